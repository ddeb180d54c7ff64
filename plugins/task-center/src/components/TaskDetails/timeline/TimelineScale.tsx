import { useTexts } from '../../../translations';
import { formatDuration } from '../../common';
import styles from './StatementTimeline.module.css';
import { listScaleMarks } from './timelineScale';

/**
 * Says how high which duration is drawn. The bars say the same in words.
 *
 * @internal
 */
export function TimelineScale({ longestMs }: { longestMs: number }) {
  const t = useTexts();
  return (
    <div className={styles.scale} aria-hidden>
      {listScaleMarks(longestMs).map(({ ms, share }) => (
        <span key={ms} style={{ bottom: `${share * 100}%` }}>
          {formatDuration(ms, t)}
        </span>
      ))}
    </div>
  );
}
