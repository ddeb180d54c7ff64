import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { once } from 'node:events';
import { createTestDatabases } from '../../__testUtils__/createTestDatabases';
import { createWorkerChannel } from './createWorkerChannel';
import { WorkerChannel, WorkerMessage } from './WorkerChannel';

const databases = createTestDatabases();
const postgres = databases
  .eachSupportedId()
  .flat()
  .filter(id => id.startsWith('POSTGRES'));
jest.setTimeout(60_000);

describe.each(postgres)('the channel between workers in %p', databaseId => {
  let knex: Knex;
  let logger: ReturnType<typeof mockServices.logger.mock>;
  let channels: WorkerChannel[];

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    logger = mockServices.logger.mock();
    channels = [];
  });

  afterEach(async () => {
    await Promise.all(channels.map(channel => channel.close()));
  });

  function createChannel(): WorkerChannel {
    const channel = createWorkerChannel({ knex, logger });
    channels.push(channel);
    return channel;
  }

  /** A worker that listens, and how to get what it hears. */
  async function listen() {
    const heard: WorkerMessage[] = [];
    const arrivals = new EventTarget();
    const next = async () => {
      while (heard.length === 0) {
        await once(arrivals, 'message');
      }
      return heard.shift();
    };
    const channel = createChannel();
    channel.listen(message => {
      heard.push(message);
      arrivals.dispatchEvent(new Event('message'));
    });
    // It may have missed something until now.
    expect(await next()).toEqual({ kind: 'wake' });
    return { channel, next };
  }

  async function listeners(): Promise<number[]> {
    const { rows } = await knex.raw(
      `select pid from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
          and query like 'LISTEN%'`,
    );
    return rows.map((row: any) => row.pid);
  }

  it('carries messages to all workers but the one that sent them', async () => {
    const [ada, grace] = [await listen(), await listen()];
    ada.channel.send({ kind: 'abort', taskId: 'a-task' });
    ada.channel.send({ kind: 'wake' });
    expect(await grace.next()).toEqual({ kind: 'abort', taskId: 'a-task' });
    expect(await grace.next()).toEqual({ kind: 'wake' });

    // A backend that runs no tasks sends without listening.
    createChannel().send({ kind: 'abort', taskId: 'another' });
    expect(await grace.next()).toEqual({ kind: 'abort', taskId: 'another' });
    expect(await ada.next()).toEqual({ kind: 'abort', taskId: 'another' });
  });

  it('sends a message that is said again and again while it waits only once more', async () => {
    const { next } = await listen();
    const sender = createChannel();
    for (let n = 0; n < 500; n++) {
      sender.send({ kind: 'wake' });
    }
    await sender.close();
    createChannel().send({ kind: 'abort', taskId: 'the-end' });
    let wakes = 0;
    while ((await next())!.kind === 'wake') {
      wakes += 1;
    }
    expect(wakes).toBe(2);
  });

  it('connects again when its connection is lost, and says that something may be missed', async () => {
    const { next } = await listen();
    const [pid] = await listeners();
    await knex.raw('select pg_terminate_backend(?)', [pid]);
    expect(await next()).toEqual({ kind: 'wake' });
    expect(await listeners()).not.toContain(pid);

    createChannel().send({ kind: 'abort', taskId: 'a-task' });
    expect(await next()).toEqual({ kind: 'abort', taskId: 'a-task' });
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.info).toHaveBeenCalledTimes(1);
  });

  it('ignores what it does not understand', async () => {
    const { next } = await listen();
    for (const payload of [
      '',
      'abort',
      'null',
      '7',
      '{}',
      '{"from":"x"}',
      '{"from":"x","message":null}',
      '{"from":"x","message":{"kind":"later","taskId":"a-task"}}',
      '{"from":"x","message":{"kind":"abort"}}',
      '{"from":"x","message":{"kind":"abort","taskId":{}}}',
      '{"message":{"kind":"wake"}}',
    ]) {
      await knex.raw('select pg_notify(?, ?)', [
        'backstage_task_center',
        payload,
      ]);
    }
    createChannel().send({ kind: 'abort', taskId: 'a-task' });
    expect(await next()).toEqual({ kind: 'abort', taskId: 'a-task' });
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('leaves no session behind', async () => {
    const { channel } = await listen();
    expect(await listeners()).toHaveLength(1);
    await channel.close();
    while ((await listeners()).length > 0) {
      await new Promise(resolve => setTimeout(resolve, 10));
    }
  });
});
