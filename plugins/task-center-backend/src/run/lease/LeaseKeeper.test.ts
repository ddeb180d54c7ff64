import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { createTestDatabases } from '../../__testUtils__/createTestDatabases';
import { insertTask } from '../../__testUtils__/insertTask';
import {
  applyMigrations,
  databaseNow,
  isPostgres,
  TaskRow,
} from '../../database';
import { RunControl } from '../RunControl';
import { LeasedRun, LeaseKeeper } from './LeaseKeeper';

const databases = createTestDatabases();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('LeaseKeeper in %p', databaseId => {
  let knex: Knex;
  let logger: ReturnType<typeof mockServices.logger.mock>;
  let runs: Map<string, LeasedRun>;
  let keeper: LeaseKeeper;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await applyMigrations(knex);
    logger = mockServices.logger.mock();
    runs = new Map();
    for (const id of ['kept', 'to-abort', 'taken-over', 'ended']) {
      await insertTask(knex, {
        id,
        status: 'running',
        worker_id: 'w',
        attempt: 1,
        lease_expires_at: 0,
      });
      runs.set(id, { attempt: 1, control: RunControl.create() });
    }
    keeper = LeaseKeeper.start({ knex, logger, workerId: 'w', runs });
  });

  afterEach(() => keeper.stop());

  function reason(id: string) {
    return runs.get(id)!.control.reason;
  }

  async function live(): Promise<string[]> {
    const tasks = await knex<TaskRow>('tasks')
      .where('lease_expires_at', '>', databaseNow(knex) as any)
      .orderBy('id');
    return tasks.map(({ id }) => id);
  }

  async function until(condition: () => boolean | Promise<boolean>) {
    while (!(await condition())) {
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }

  it('stops what is to be aborted, and what is no longer its own', async () => {
    await knex('tasks')
      .where({ id: 'to-abort' })
      .update({ abort_requested_at: 1 });
    await knex('tasks').where({ id: 'taken-over' }).update({ attempt: 2 });
    await knex('tasks').where({ id: 'ended' }).update({ status: 'failed' });
    await until(() => reason('to-abort') !== undefined);

    expect(reason('to-abort')).toBe('abort');
    expect(reason('taken-over')).toBe('lease-lost');
    expect(reason('ended')).toBe('lease-lost');
    expect(reason('kept')).toBeUndefined();
    expect(await live()).toEqual(['kept', 'to-abort']);
  });

  it('stops nothing because the database does not answer for a while', async () => {
    const away = await knex.transaction();
    if (isPostgres(knex)) {
      await away.raw('lock table tasks in access exclusive mode');
      await until(() => logger.warn.mock.calls.length > 0);
    } else {
      // There is one connection only, and it is taken now.
      await new Promise(resolve => setTimeout(resolve, 3_000));
    }
    await away.rollback();
    await until(async () => (await live()).length === 4);

    expect([...runs.keys()].map(reason)).toEqual(Array(4).fill(undefined));
    // Said once, and that it is over.
    const said = isPostgres(knex) ? 1 : 0;
    await until(() => logger.info.mock.calls.length === said);
    expect(logger.warn).toHaveBeenCalledTimes(said);
  });
});
