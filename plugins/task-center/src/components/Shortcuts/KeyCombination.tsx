import { Fragment } from 'react';
import { keyName } from './keyName';
import styles from './Shortcuts.module.css';

/**
 * Keys that are pressed together.
 *
 * @param keys - as in `Shortcut.keys`
 * @internal
 */
export function KeyCombination({ keys }: { keys: string }) {
  return (
    <span className={styles.combination}>
      {keys.split('+').map((key, place) => (
        <Fragment key={key}>
          {place > 0 && '+'}
          <kbd>{keyName(key)}</kbd>
        </Fragment>
      ))}
    </span>
  );
}
