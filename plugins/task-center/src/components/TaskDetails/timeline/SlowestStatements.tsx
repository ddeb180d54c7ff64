import { Link } from 'react-router-dom';
import {
  TaskStatement,
  TaskTimeline,
} from 'backstage-plugin-task-center-common';
import { useStatementsSearch } from '../../../hooks';
import { useTexts } from '../../../translations';
import { formatCount, formatDuration } from '../../common';
import styles from './StatementTimeline.module.css';

/** In pixels. */
const ROW_HEIGHT = 24;

/**
 * The statements that took longest, each with the way to it. It is as high as it will be when all rows have come.
 *
 * @internal
 */
export function SlowestStatements(props: {
  timeline: TaskTimeline;
  rows: number;
}) {
  const { timeline, rows } = props;
  const t = useTexts();
  return (
    <ol
      className={styles.slowest}
      style={{ minHeight: rows * ROW_HEIGHT }}
      aria-label={t('taskTimeline.slowest')}
    >
      {timeline.slowest.map(statement => (
        <SlowStatement
          key={statement.index}
          statement={statement}
          totalMs={timeline.durationMs}
        />
      ))}
    </ol>
  );
}

function SlowStatement(props: { statement: TaskStatement; totalMs: number }) {
  const { statement, totalMs } = props;
  const { index, text, state, durationMs = 0 } = statement;
  const t = useTexts();
  const searchStatements = useStatementsSearch();
  const share = totalMs > 0 ? durationMs / totalMs : 0;
  return (
    <li data-state={state}>
      <span className={styles.number}>
        <Link to={{ search: searchStatements({ statement: index }) }}>
          #{formatCount(index, t)}
        </Link>
      </span>
      <span className={styles.number}>{formatDuration(durationMs, t)}</span>
      <span className={styles.number}>
        {t('taskTimeline.share', {
          percent: (share * 100).toFixed(share < 0.0995 ? 1 : 0),
        })}
      </span>
      <span className={styles.text} title={text}>
        {text}
      </span>
    </li>
  );
}
