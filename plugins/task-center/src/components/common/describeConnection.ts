import { Connection } from 'backstage-plugin-task-center-common';
import { Texts } from '../../translations';

const ENGINE_NAMES: Record<string, string> = {
  mysql: 'MySQL',
  sqlite: 'SQLite',
  postgres: 'PostgreSQL',
};

/**
 * The name of an engine as people know it: `MySQL`.
 *
 * @internal
 */
export function describeEngine(engine: string): string {
  return ENGINE_NAMES[engine] ?? engine;
}

/**
 * A connection with what tells it from others of its name: `Orders (MySQL, shop)`.
 *
 * @internal
 */
export function describeConnection(connection: Connection, t: Texts): string {
  const { title, engine, database } = connection;
  const details = [describeEngine(engine), database].filter(Boolean);
  return t('common.withDetails', {
    name: title,
    details: details.join(t('common.listSeparator')),
  });
}
