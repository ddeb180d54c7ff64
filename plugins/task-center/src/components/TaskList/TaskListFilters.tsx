import { useEffect, useRef, useState } from 'react';
import { SearchField, Select, ToggleButton } from '@backstage/ui';
import {
  Connection,
  TASK_STATUSES,
  TaskStatus,
} from 'backstage-plugin-task-center-common';
import { CreatedRange, TaskListQuery, useDebouncedValue } from '../../hooks';
import { SegmentedButtons } from '../common';
import styles from './TaskList.module.css';

const ANY = 'any';
const SEARCH_DELAY_MS = 300;

const STATUS_OPTIONS = TASK_STATUSES.map(status => ({
  id: status,
  label: status[0].toUpperCase() + status.slice(1),
}));

const CREATED_OPTIONS: { id: CreatedRange | typeof ANY; label: string }[] = [
  { id: ANY, label: 'Created any time' },
  { id: '1h', label: 'Last hour' },
  { id: '24h', label: 'Last 24 hours' },
  { id: '7d', label: 'Last 7 days' },
  { id: '30d', label: 'Last 30 days' },
];

/**
 * @internal
 */
export interface TaskListFiltersProps {
  query: TaskListQuery;
  onChange: (change: Partial<TaskListQuery>) => void;
  connections: Connection[];
  /** Whether tasks of all connections may be shown together. */
  allowAllConnections: boolean;
}

/**
 * Narrows a list of tasks down.
 *
 * @internal
 */
export function TaskListFilters(props: TaskListFiltersProps) {
  const { query, onChange, connections, allowAllConnections } = props;
  const connectionOptions = [
    ...(allowAllConnections ? [{ id: ANY, label: 'All connections' }] : []),
    ...connections.map(({ id, title }) => ({ id, label: title })),
  ];

  return (
    <div className={styles.filters} role="search" aria-label="Filter tasks">
      <SegmentedButtons
        aria-label="Whose tasks"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[query.mine ? 'mine' : 'all']}
        onSelectionChange={keys => onChange({ mine: keys.has('mine') })}
      >
        <ToggleButton id="mine">Mine</ToggleButton>
        <ToggleButton id="all">All</ToggleButton>
      </SegmentedButtons>
      {connectionOptions.length > 1 && (
        <Select
          aria-label="Connection"
          className={styles.select}
          options={connectionOptions}
          value={query.connection ?? ANY}
          onChange={key =>
            onChange({ connection: key === ANY ? undefined : String(key) })
          }
        />
      )}
      <Select
        aria-label="Status"
        className={styles.select}
        placeholder="Any status"
        selectionMode="multiple"
        options={STATUS_OPTIONS}
        value={query.status}
        onChange={keys => onChange({ status: keys as TaskStatus[] })}
      />
      <Select
        aria-label="Created"
        className={styles.select}
        options={CREATED_OPTIONS}
        value={query.created ?? ANY}
        onChange={key =>
          onChange({
            created: key === ANY ? undefined : (key as CreatedRange),
          })
        }
      />
      <TaskSearch
        value={query.search}
        onChange={search => onChange({ search })}
      />
    </div>
  );
}

function TaskSearch(props: {
  value: string;
  onChange: (value: string) => void;
}) {
  const { value, onChange } = props;
  const [text, setText] = useState(value);
  const settled = useDebouncedValue(text, SEARCH_DELAY_MS);
  const sent = useRef(value);

  useEffect(() => {
    if (settled !== sent.current) {
      sent.current = settled;
      onChange(settled);
    }
    // Only a text that has come to rest is a reason to search.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);

  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value;
      setText(value);
    }
  }, [value]);

  return (
    <SearchField
      aria-label="Search name or description"
      placeholder="Name or description"
      className={styles.search}
      value={text}
      onChange={setText}
    />
  );
}
