import { Select, ToggleButton } from '@backstage/ui';
import {
  Connection,
  TASK_STATUSES,
  TaskStatus,
} from 'backstage-plugin-task-center-common';
import { TaskListQuery } from '../../hooks';
import { useTexts } from '../../translations';
import { SegmentedButtons } from '../common';
import { CreatedFilter } from './CreatedFilter';
import { CreatorFilter } from './CreatorFilter';
import { TaskSearch } from './TaskSearch';
import styles from './TaskList.module.css';

const ANY = 'any';

/**
 * @internal
 */
export interface TaskListFiltersProps {
  query: TaskListQuery;
  onChange: (change: Partial<TaskListQuery>) => void;
  connections: Connection[];
}

/**
 * Narrows a list of tasks down.
 *
 * @internal
 */
export function TaskListFilters(props: TaskListFiltersProps) {
  const { query, onChange, connections } = props;
  const t = useTexts();
  const whose = query.mine ? ['mine'] : [];

  return (
    <div
      className={styles.filters}
      role="search"
      aria-label={t('taskList.filters')}
    >
      <SegmentedButtons
        aria-label={t('taskList.whose')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={query.mine || query.creator ? whose : ['all']}
        onSelectionChange={keys =>
          onChange({ mine: keys.has('mine'), creator: undefined })
        }
      >
        <ToggleButton id="mine">{t('taskList.mine')}</ToggleButton>
        <ToggleButton id="all">{t('taskList.all')}</ToggleButton>
      </SegmentedButtons>
      {connections.length > 1 && (
        <Select
          aria-label={t('taskList.column.connection')}
          className={styles.select}
          options={[
            { id: ANY, label: t('taskList.allConnections') },
            ...connections.map(({ id, title }) => ({ id, label: title })),
          ]}
          value={query.connection ?? ANY}
          onChange={key =>
            onChange({ connection: key === ANY ? undefined : String(key) })
          }
        />
      )}
      <Select
        aria-label={t('taskList.status')}
        className={styles.select}
        placeholder={t('taskList.status.any')}
        selectionMode="multiple"
        options={TASK_STATUSES.map(status => ({
          id: status,
          label: t(`taskList.status.${status}`),
        }))}
        value={query.status}
        onChange={keys => onChange({ status: keys as TaskStatus[] })}
      />
      <CreatorFilter
        creator={query.creator}
        onChange={creator => onChange({ mine: false, creator })}
      />
      <CreatedFilter query={query} onChange={onChange} />
      <TaskSearch
        value={query.search}
        onChange={search => onChange({ search })}
      />
    </div>
  );
}
