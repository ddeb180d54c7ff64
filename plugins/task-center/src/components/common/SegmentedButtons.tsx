import { ToggleButtonGroup, ToggleButtonGroupProps } from '@backstage/ui';
import styles from './SegmentedButtons.module.css';

/**
 * A group of toggle buttons without the group's border, of which only the corners could be seen.
 *
 * @internal
 */
export function SegmentedButtons(props: ToggleButtonGroupProps) {
  return <ToggleButtonGroup {...props} className={styles.root} />;
}
