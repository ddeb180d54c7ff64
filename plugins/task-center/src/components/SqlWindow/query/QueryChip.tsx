import { RiCloseLine } from '@remixicon/react';
import { useTexts } from '../../../translations';
import styles from './QueryBar.module.css';

/** @internal */
export interface QueryChipProps {
  children: string;
  /** Changes it, where that can be done. */
  onPress?(): void;
  onRemove(): void;
}

/**
 * A filter or an order that is in force.
 *
 * @internal
 */
export function QueryChip({ children, onPress, onRemove }: QueryChipProps) {
  const t = useTexts();
  return (
    <span className={styles.chip}>
      {onPress ? (
        <button
          type="button"
          title={t('resultQuery.filter.edit')}
          onClick={onPress}
        >
          {children}
        </button>
      ) : (
        <span className={styles.chipText}>{children}</span>
      )}
      <button
        type="button"
        className={styles.remove}
        aria-label={t('resultQuery.filter.remove', { what: children })}
        onClick={onRemove}
      >
        <RiCloseLine size={14} aria-hidden />
      </button>
    </span>
  );
}
