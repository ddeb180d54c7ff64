import { Button } from '@backstage/ui';
import { useTexts } from '../../../translations';
import { describeError, formatPercent } from '../../common';
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
        <span className={styles.error}>{describeError(error, t)}</span>
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
    return <span className={styles.progress}>{outcome}</span>;
  }
  const { scannedRows, rowCount, merging } = progress;
  const step = merging ?? { done: scannedRows, total: rowCount };
  const share = step.total ? Math.min(1, step.done / step.total) : 0;
  return (
    <span className={styles.progress}>
      <span
        className={styles.bar}
        role="progressbar"
        aria-label={t(
          merging ? 'resultQuery.progress.merging' : 'resultQuery.progress',
        )}
        aria-valuemin={0}
        aria-valuemax={step.total}
        aria-valuenow={step.done}
      >
        <span
          className={styles.done}
          style={{ display: 'block', width: `${share * 100}%` }}
        />
      </span>
      {merging
        ? t('resultQuery.merging', { share: formatPercent(share, t) })
        : t('sqlWindow.readOf', { read: scannedRows, total: rowCount })}
      <Button variant="tertiary" size="small" onPress={onCancel}>
        {t('common.cancel')}
      </Button>
    </span>
  );
}
