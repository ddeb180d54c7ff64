import { Cell, Column, ColumnConfig } from '@backstage/ui';
import { RiDatabase2Line } from '@remixicon/react';
import { Connection, Task } from 'backstage-plugin-task-center-common';
import {
  ConnectionName,
  EntityLink,
  RelativeTime,
  formatUser,
} from '../common';
import { Texts } from '../../translations';
import { TaskActions } from '../TaskActions';
import { TaskStatusLabel } from '../TaskStatusLabel';
import { TaskRelationMarks } from './TaskRelationMarks';
import { TaskRowActions } from './TaskRowActions';
import styles from './TaskList.module.css';

/**
 * @internal
 */
export interface TaskColumnOptions {
  t: Texts;
  findConnection: (id: string) => Connection | undefined;
  areConnectionsKnown: boolean;
  actions: TaskActions;
  onView: (task: Task) => void;
}

/**
 * The columns of a list of tasks.
 *
 * @internal
 */
export function createTaskColumns(
  options: TaskColumnOptions,
): ColumnConfig<Task>[] {
  const { t, findConnection, actions, onView } = options;
  const titleOf = ({ connection }: Task) =>
    findConnection(connection)?.title ?? connection;

  return [
    column('name', t('taskList.column.name'), undefined, task => (
      <>
        <span className={styles.nameLine}>
          <span className={styles.name} title={describeName(task)}>
            {task.name}
          </span>
          <TaskRelationMarks task={task} />
        </span>
        <span className={styles.whereAndWho} aria-hidden>
          {`${titleOf(task)} · ${formatUser(task.createdBy)}`}
        </span>
      </>
    )),
    column('connection', t('taskList.column.connection'), '10rem', task => (
      <span className={styles.connection}>
        <RiDatabase2Line aria-hidden />
        <ConnectionName
          task={task}
          connection={findConnection(task.connection)}
          areConnectionsKnown={options.areConnectionsKnown}
        />
      </span>
    )),
    column('createdAt', t('taskList.column.createdAt'), '7.5rem', task => (
      <RelativeTime time={task.createdAt} />
    )),
    column('createdBy', t('taskList.column.createdBy'), '7.75rem', task => (
      <EntityLink entityRef={task.createdBy}>
        {formatUser(task.createdBy)}
      </EntityLink>
    )),
    column('status', t('taskList.column.status'), '13.75rem', task => (
      <TaskStatusLabel task={task} isCompact />
    )),
    column('actions', t('taskList.column.actions'), '8.5rem', task => (
      <TaskRowActions
        task={task}
        actions={actions}
        onView={() => onView(task)}
      />
    )),
  ];
}

function describeName({ name, description }: Task): string {
  return description ? `${name}\n${description}` : name;
}

function column(
  id: string,
  label: string,
  width: string | undefined,
  render: (task: Task) => JSX.Element,
): ColumnConfig<Task> {
  const isSortable = id !== 'actions';
  return {
    id,
    label,
    header: () => (
      <Column
        id={id}
        isRowHeader={id === 'name'}
        allowsSorting={isSortable}
        className={`${styles.head} ${styles[`${id}Column`] ?? ''}`}
        style={{ width }}
      >
        {label}
      </Column>
    ),
    cell: task => (
      <Cell className={`${styles.cell} ${styles[`${id}Column`] ?? ''}`}>
        {render(task)}
      </Cell>
    ),
  };
}
