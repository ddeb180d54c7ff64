import { useMemo } from 'react';
import { Select } from '@backstage/ui';
import { Connection } from 'backstage-plugin-task-center-common';
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
  const { connections, value, onChange, error } = props;
  const options = useMemo(() => groupByEngine(connections), [connections]);
  return (
    <div>
      <Select
        label="Connection"
        isRequired
        secondaryLabel="Required"
        name="connection"
        size="medium"
        placeholder="Choose a database"
        options={options}
        value={value || null}
        onChange={key => onChange(String(key ?? ''))}
        isInvalid={Boolean(error)}
        searchable={connections.length > 12}
        searchPlaceholder="Find a connection"
      />
      <FieldProblem>{error}</FieldProblem>
    </div>
  );
}

function groupByEngine(connections: Connection[]) {
  const groups = new Map<string, Connection[]>();
  for (const connection of connections) {
    const group = groups.get(connection.engine) ?? [];
    groups.set(connection.engine, [...group, connection]);
  }
  return [...groups].map(([engine, members]) => ({
    title: describeEngine(engine),
    options: members.map(connection => ({
      id: connection.id,
      label: describeConnection(connection),
    })),
  }));
}
