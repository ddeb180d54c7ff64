import { useMemo } from 'react';
import { Select } from '@backstage/ui';
import { Connection } from 'backstage-plugin-task-center-common';
import { Texts, useTexts } from '../../translations';
import { describeConnection, describeEngine } from '../common';
import { FieldProblem } from './FieldProblem';

/** @internal */
export interface ConnectionFieldProps {
  connections: Connection[];
  value: string;
  onChange(id: string): void;
  error?: string;
}

/**
 * Chooses one of the connections on which the person can create tasks.
 *
 * @internal
 */
export function ConnectionField(props: ConnectionFieldProps) {
  const t = useTexts();
  const { connections, value, onChange, error } = props;
  const options = useMemo(
    () => groupByEngine(connections, t),
    [connections, t],
  );
  return (
    <div>
      <Select
        label={t('taskSettings.connection')}
        isRequired
        secondaryLabel={t('newTask.required')}
        name="connection"
        size="medium"
        placeholder={t('taskSettings.connection.choose')}
        options={options}
        value={value || null}
        onChange={key => onChange(String(key ?? ''))}
        isInvalid={Boolean(error)}
        searchable={connections.length > 12}
        searchPlaceholder={t('taskSettings.connection.find')}
      />
      <FieldProblem>{error}</FieldProblem>
    </div>
  );
}

function groupByEngine(connections: Connection[], t: Texts) {
  const groups = new Map<string, Connection[]>();
  for (const connection of connections) {
    const group = groups.get(connection.engine) ?? [];
    groups.set(connection.engine, [...group, connection]);
  }
  return [...groups].map(([engine, members]) => ({
    title: describeEngine(engine),
    options: members.map(connection => ({
      id: connection.id,
      label: describeConnection(connection, t),
    })),
  }));
}
