import { ReactNode } from 'react';
import { Text } from '@backstage/ui';
import styles from './Placeholder.module.css';

/**
 * @internal
 */
export interface PlaceholderProps {
  icon?: ReactNode;
  title: string;
  /** An id for the title, by which what holds it can name itself. */
  titleId?: string;
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
  const { icon, title, titleId, children, actions } = props;
  return (
    <div className={styles.root}>
      {icon && (
        <span className={styles.icon} aria-hidden>
          {icon}
        </span>
      )}
      <Text as="h2" id={titleId} variant="title-x-small" weight="bold">
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
