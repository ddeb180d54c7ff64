import { Connection, Task } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import { EntityLink } from './EntityLink';
import styles from './ConnectionName.module.css';

/** @internal */
export interface ConnectionNameProps {
  task: Task;
  connection: Connection | undefined;
  /** Whether a missing connection is missing for good, and not still on its way. */
  areConnectionsKnown: boolean;
  /** How a connection is called. Default: its title. */
  describe?: (connection: Connection) => string;
}

/**
 * The connection of a task with a link to its database. Where it is gone, its id remains, and a word about that.
 *
 * @internal
 */
export function ConnectionName(props: ConnectionNameProps) {
  const t = useTexts();
  const { task, connection, areConnectionsKnown } = props;
  const describe = props.describe ?? (({ title }) => title);
  return (
    <span className={styles.root}>
      <EntityLink entityRef={task.entityRef}>
        {connection ? describe(connection) : task.connection}
      </EntityLink>
      {!connection && areConnectionsKnown && (
        <span className={styles.gone} title={t('common.connection.gone.hint')}>
          {' '}
          {t('common.connection.gone')}
        </span>
      )}
    </span>
  );
}
