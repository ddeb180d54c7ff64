import { Button } from '@backstage/ui';
import { useTexts } from '../../../translations';
import { describeError } from '../../common';
import { ShownRows } from '../rows/useRowSource';
import styles from './QueryBar.module.css';

/** @internal */
export interface QueryProgressProps {
  shownRows: ShownRows;
  /** What is said when it is there. */
  outcome: string;
  /** Goes back to what was shown before. */
  onCancel(): void;
}

/**
 * How far the rows that are asked for have come.
 *
 * @internal
 */
export function QueryProgress(props: QueryProgressProps) {
  const t = useTexts();
  const { shownRows, outcome, onCancel } = props;
  const { progress, error, retry } = shownRows;
  if (error) {
    return (
      <span className={styles.progress} role="alert">
        <span className={styles.error}>{describeError(error)}</span>
        <Button variant="tertiary" size="small" onPress={retry}>
          {t('common.tryAgain')}
        </Button>
        <Button variant="tertiary" size="small" onPress={onCancel}>
          {t('resultQuery.back')}
        </Button>
      </span>
    );
  }
  if (!progress) {
    return (
      <span className={styles.progress} role="status">
        {outcome}
      </span>
    );
  }
  const { scannedRows, rowCount } = progress;
  const share = rowCount ? Math.min(1, scannedRows / rowCount) : 0;
  return (
    <span className={styles.progress}>
      <span
        className={styles.bar}
        role="progressbar"
        aria-label={t('resultQuery.progress')}
        aria-valuemin={0}
        aria-valuemax={rowCount}
        aria-valuenow={scannedRows}
      >
        <span
          className={styles.done}
          style={{ display: 'block', width: `${share * 100}%` }}
        />
      </span>
      {t('sqlWindow.readOf', { read: scannedRows, total: rowCount })}
      <Button variant="tertiary" size="small" onPress={onCancel}>
        {t('common.cancel')}
      </Button>
    </span>
  );
}
