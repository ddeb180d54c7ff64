import { ReactNode, useId } from 'react';
import { Text } from '@backstage/ui';
import styles from './TaskInformation.module.css';

/**
 * @internal
 */
export interface SectionProps {
  title: string;
  /** Stands at the end of the title's line. */
  actions?: ReactNode;
  children: ReactNode;
}

/**
 * A part of a task's information, under its title.
 *
 * @internal
 */
export function Section({ title, actions, children }: SectionProps) {
  const titleId = useId();
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <div className={styles.sectionHead}>
        <Text
          as="h3"
          id={titleId}
          variant="body-small"
          weight="bold"
          color="secondary"
          className={styles.sectionTitle}
        >
          {title}
        </Text>
        {actions && <div className={styles.sectionActions}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}
