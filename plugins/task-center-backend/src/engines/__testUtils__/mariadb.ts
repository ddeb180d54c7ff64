import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  DatabaseSession,
  ExecuteOptions,
  OpenSessionOptions,
} from 'backstage-plugin-task-center-node';
import { JsonObject } from '@backstage/types';
import { execFileSync } from 'node:child_process';
import { MysqlEngine } from '../mysql';
import { collectResults, CollectedResult } from './collectResults';
import { requiredVariable } from './requiredVariable';

/** The server to test against, as the `connection` section of a configuration. */
export function mariadbConnection(): {
  host: string;
  port: number;
  user: string;
  password: string;
} {
  const url = new URL(requiredVariable('TASK_CENTER_TEST_MARIADB_URL'));
  return {
    host: url.hostname,
    port: Number(url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
}

/** What it takes to open a session, with what differs from {@link mariadbConnection}. */
export function openOptions(changes: JsonObject = {}): OpenSessionOptions {
  return {
    config: new ConfigReader({ ...mariadbConnection(), ...changes }),
    signal: new AbortController().signal,
    logger: mockServices.logger.mock(),
  };
}

export function openMariadbSession(
  changes?: JsonObject,
  options?: Parameters<typeof MysqlEngine.create>[0],
): Promise<DatabaseSession> {
  return MysqlEngine.create(options).openSession(openOptions(changes));
}

/** Runs a statement and gives its result sets. */
export async function query(
  session: DatabaseSession,
  sql: string,
  maxRows = 1_000,
): Promise<CollectedResult[]> {
  const { sink, results } = collectResults();
  await session.execute(sql, { sink, maxRows });
  return results;
}

/** For statements whose rows do not matter. */
export function ignoringRows(): ExecuteOptions {
  return { sink: collectResults().sink, maxRows: 1_000 };
}

/** What the `mariadb` client prints for a statement: rows of unescaped values, bytes as hex, NULL as `NULL`. */
export function runClient(sql: string, database: string): string[][] {
  const { host, port, user, password } = mariadbConnection();
  const output = execFileSync(
    requiredVariable('TASK_CENTER_TEST_MARIADB_CLIENT'),
    [
      '--no-defaults',
      `--host=${host}`,
      `--port=${port}`,
      `--user=${user}`,
      '--default-character-set=utf8mb4',
      '--batch',
      '--binary-as-hex',
      '--skip-column-names',
      database,
    ],
    { input: sql, env: { ...process.env, MYSQL_PWD: password } },
  );
  const lines = output.toString('utf8').split('\n').slice(0, -1);
  return lines.map(line => line.split('\t').map(unescape));
}

function unescape(value: string): string {
  const characters: Record<string, string> = { n: '\n', t: '\t', '0': '\0' };
  return value.replace(/\\(.)/g, (_, c) => characters[c] ?? c);
}
