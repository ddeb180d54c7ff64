import { RiCloseLine } from '@remixicon/react';
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
  return (
    <span className={styles.chip}>
      {onPress ? (
        <button type="button" title="Change this filter" onClick={onPress}>
          {children}
        </button>
      ) : (
        <span className={styles.chipText}>{children}</span>
      )}
      <button
        type="button"
        className={styles.remove}
        aria-label={`Remove: ${children}`}
        onClick={onRemove}
      >
        <RiCloseLine size={14} aria-hidden />
      </button>
    </span>
  );
}
