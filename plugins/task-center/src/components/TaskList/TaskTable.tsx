import { ReactNode, useMemo } from 'react';
import { SortDescriptor, Table } from '@backstage/ui';
import { Connection, Page, Task } from 'backstage-plugin-task-center-common';
import { PAGE_SIZES, TaskListQuery, TaskOrderField } from '../../hooks';
import { useTexts } from '../../translations';
import { TaskActions } from '../TaskActions';
import { createTaskColumns } from './taskColumns';
import { TaskSelection } from './useTaskSelection';
import styles from './TaskList.module.css';

/**
 * @internal
 */
export interface TaskTableProps {
  query: TaskListQuery;
  onChange: (change: Partial<TaskListQuery>) => void;
  /** Undefined until the first page has come. */
  page: Page<Task> | undefined;
  /** Whether `page` answers an earlier query. */
  isStale: boolean;
  findConnection: (id: string) => Connection | undefined;
  areConnectionsKnown: boolean;
  actions: TaskActions;
  selection: TaskSelection;
  onOpen: (id: string) => void;
  emptyState: ReactNode;
}

/**
 * A page of tasks, sorted and paged by the server.
 *
 * @internal
 */
export function TaskTable(props: TaskTableProps) {
  const { query, onChange, page, isStale, onOpen, emptyState } = props;
  const t = useTexts();
  const { findConnection, areConnectionsKnown, actions } = props;
  const columns = useMemo(
    () =>
      createTaskColumns({
        t,
        findConnection,
        areConnectionsKnown,
        actions,
        onView: task => onOpen(task.id),
      }),
    [t, findConnection, areConnectionsKnown, actions, onOpen],
  );

  const totalItems = page?.totalItems ?? 0;
  const offset = (query.page - 1) * query.pageSize;

  const onSortChange = ({ column, direction }: SortDescriptor) =>
    onChange({
      orderBy: column as TaskOrderField,
      direction: direction === 'ascending' ? 'asc' : 'desc',
    });

  return (
    <Table
      className={styles.table}
      columnConfig={columns}
      data={page?.items}
      isPending={!page}
      isStale={isStale}
      emptyState={emptyState}
      rowConfig={{ onClick: task => onOpen(task.id) }}
      selection={{
        mode: 'multiple',
        behavior: 'toggle',
        selected: props.selection.keys,
        onSelectionChange: props.selection.change,
      }}
      sort={{
        descriptor: {
          column: query.orderBy,
          direction: query.direction === 'asc' ? 'ascending' : 'descending',
        },
        onSortChange,
      }}
      pagination={
        totalItems === 0
          ? { type: 'none' }
          : {
              type: 'page',
              pageSize: query.pageSize,
              pageSizeOptions: PAGE_SIZES.map(size => ({
                value: size,
                label: t('taskList.pageSize', { size }),
              })),
              offset,
              totalCount: totalItems,
              hasNextPage:
                page?.totalIsAtLeast || offset + query.pageSize < totalItems,
              hasPreviousPage: query.page > 1,
              onNextPage: () => onChange({ page: query.page + 1 }),
              onPreviousPage: () => onChange({ page: query.page - 1 }),
              onPageSizeChange: pageSize => onChange({ pageSize }),
              getLabel: () =>
                t(
                  page?.totalIsAtLeast
                    ? 'taskList.rangeOfMore'
                    : 'common.range',
                  {
                    from: offset + 1,
                    to: Math.min(offset + query.pageSize, totalItems),
                    total: totalItems,
                  },
                ),
            }
      }
    />
  );
}
