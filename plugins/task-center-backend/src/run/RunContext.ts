import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { RegisteredConnection } from '../connections';
import { TaskRow } from '../database';
import { ResultAllowance } from '../results';
import { ScriptStore } from '../scripts';
import { RunRecord } from './record';
import { RunControl } from './RunControl';

/**
 * What the parts of a run share.
 *
 * @internal
 */
export interface RunContext {
  task: TaskRow;
  connection: RegisteredConnection;
  record: RunRecord;
  control: RunControl;
  allowance: ResultAllowance;
  scripts: ScriptStore;
  knex: Knex;
  logger: LoggerService;
  /** Strikes the connection's secret out of a text. */
  redact(text: string): string;
}
