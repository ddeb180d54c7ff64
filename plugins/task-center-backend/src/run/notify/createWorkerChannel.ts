import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { isPostgres } from '../../database';
import { PostgresWorkerChannel } from './PostgresWorkerChannel';
import { SilentWorkerChannel } from './SilentWorkerChannel';
import { WorkerChannel } from './WorkerChannel';

/**
 * The fastest way between workers that the plugin's own database has.
 *
 * @internal
 */
export function createWorkerChannel(options: {
  knex: Knex;
  logger: LoggerService;
}): WorkerChannel {
  return isPostgres(options.knex)
    ? PostgresWorkerChannel.create(options)
    : SilentWorkerChannel.create();
}
