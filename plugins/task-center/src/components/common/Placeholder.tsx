import { ReactNode } from 'react';
import { Text } from '@backstage/ui';
import styles from './Placeholder.module.css';

/**
 * @internal
 */
export interface PlaceholderProps {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  /** Buttons for what the person can do about it. */
  actions?: ReactNode;
}

/**
 * Stands where there is nothing to show, and says why and what to do.
 *
 * @internal
 */
export function Placeholder(props: PlaceholderProps) {
  const { icon, title, children, actions } = props;
  return (
    <div className={styles.root}>
      {icon && (
        <span className={styles.icon} aria-hidden>
          {icon}
        </span>
      )}
      <Text as="h2" variant="title-x-small" weight="bold">
        {title}
      </Text>
      {children && (
        <Text as="p" variant="body-medium" color="secondary">
          {children}
        </Text>
      )}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
