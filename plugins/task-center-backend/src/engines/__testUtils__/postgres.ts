import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import {
  DatabaseSession,
  OpenSessionOptions,
} from 'backstage-plugin-task-center-node';
import { execFileSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { PostgresEngine } from '../postgres';
import { query } from './mariadb';
import { requiredVariable } from './requiredVariable';

/** The server to test against, as the `connection` section of a configuration. */
export function postgresConnection(): {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
} {
  const url = new URL(requiredVariable('TASK_CENTER_TEST_POSTGRES_URL'));
  return {
    host: url.hostname,
    port: Number(url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
  };
}

/** What it takes to open a session, with what differs from {@link postgresConnection}. */
export function postgresOptions(changes: JsonObject = {}): OpenSessionOptions {
  return {
    config: new ConfigReader({ ...postgresConnection(), ...changes }),
    signal: new AbortController().signal,
    logger: mockServices.logger.mock(),
  };
}

export function openPostgresSession(
  changes?: JsonObject,
  engine = PostgresEngine.create(),
): Promise<DatabaseSession> {
  return engine.openSession(postgresOptions(changes));
}

/** Runs a script with `psql`, in one session and one statement after the other. Gives what it writes. */
export function runPsql(
  script: string,
  database: string,
  args: string[] = [],
): string {
  const { host, port, user, password } = postgresConnection();
  const output = execFileSync(
    requiredVariable('TASK_CENTER_TEST_PSQL'),
    [
      '--no-psqlrc',
      '--quiet',
      `--host=${host}`,
      `--port=${port}`,
      `--username=${user}`,
      `--dbname=${database}`,
      ...args,
    ],
    {
      input: script,
      maxBuffer: 256 * 1024 * 1024,
      env: { ...process.env, PGPASSWORD: password, PGCLIENTENCODING: 'UTF8' },
    },
  );
  return output.toString('utf8');
}

/** The rows that `psql` prints for a query, every value as it writes it and NULL as null. */
export function queryWithPsql(
  sql: string,
  database: string,
): (string | null)[][] {
  const output = runPsql(`${sql}\n;`, database, [
    '--no-align',
    '--tuples-only',
    '--field-separator=\x1f',
    '--record-separator=\x1e',
    '--pset=null=\x1d',
  ]);
  const records = output.replace(/\n$/, '').split('\x1e');
  return records.map(record =>
    record.split('\x1f').map(value => (value === '\x1d' ? null : value)),
  );
}

/** Whether the server runs a statement now, asked over a session of its own. */
export async function isRunning(
  watcher: DatabaseSession,
  sql: string,
): Promise<boolean> {
  const [{ rows }] = await query(
    watcher,
    `SELECT 1 FROM pg_stat_activity
      WHERE state = 'active' AND starts_with(query, $q$${sql}$q$)`,
  );
  return rows.length > 0;
}

/** Waits until the server runs a statement. */
export async function untilRunning(
  watcher: DatabaseSession,
  sql: string,
): Promise<void> {
  while (!(await isRunning(watcher, sql))) {
    await delay(10);
  }
}
