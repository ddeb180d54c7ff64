import { Knex } from 'knex';
import { createTestDatabases } from '../../__testUtils__/createTestDatabases';
import { insertTask } from '../../__testUtils__/insertTask';
import { applyMigrations, databaseNow, TaskRow } from '../../database';
import { claimTask } from './claimTask';
import { renewLeases } from './renewLeases';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('leases in %p', databaseId => {
  async function setUp(connections: string[]): Promise<Knex> {
    const knex = await databases.init(databaseId);
    await applyMigrations(knex);
    for (const [index, connection] of connections.entries()) {
      await insertTask(knex, {
        id: `task-${String(index).padStart(3, '0')}`,
        connection,
        created_at: knex.raw('? + ?', [databaseNow(knex), index]),
      });
    }
    return knex;
  }

  it('go to the oldest task of a connection with a free place', async () => {
    const knex = await setUp(['a', 'a', 'a', 'b', 'gone']);
    const claim = () =>
      claimTask(knex, {
        workerId: 'w',
        leaseMs: 1_000,
        places: new Map([
          ['a', 2],
          ['b', 1],
        ]),
      });
    const claimed = [];
    for (let n = 0; n < 6; n++) {
      claimed.push((await claim())?.id);
    }
    expect(claimed).toEqual([
      'task-000',
      'task-001',
      'task-003',
      undefined,
      undefined,
      undefined,
    ]);
    await knex('tasks').where({ id: 'task-000' }).update({ status: 'failed' });
    expect((await claim())?.id).toBe('task-002');
  });

  it('are never two for one task, and never more than a connection has places', async () => {
    const knex = await setUp(Array(40).fill('a'));
    const places = new Map([['a', 7]]);
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        claimTask(knex, { workerId: `w${n}`, leaseMs: 1_000, places }),
      ),
    );
    const ids = claims.flatMap(task => (task ? [task.id] : []));
    expect(ids).toHaveLength(7);
    expect(new Set(ids).size).toBe(7);
  });

  it('are renewed for live runs alone, and bring abort requests', async () => {
    const knex = await setUp(['a', 'a', 'a']);
    const claim = (workerId: string) =>
      claimTask(knex, { workerId, leaseMs: 0, places: new Map([['a', 9]]) });
    const [first, second] = [await claim('w'), await claim('w')];
    const others = await claim('other');
    await knex('tasks')
      .where({ id: second!.id })
      .update({ abort_requested_at: 1 });

    const held = await renewLeases(knex, {
      workerId: 'w',
      leaseMs: 60_000,
      taskIds: [second!.id, others!.id],
    });

    expect(held).toEqual([
      { id: second!.id, attempt: 1, abortRequested: true },
    ]);
    const live = await knex<TaskRow>('tasks')
      .where('lease_expires_at', '>', databaseNow(knex) as any)
      .select('id');
    expect(live).toEqual([{ id: second!.id }]);
    expect(first!.id).toBe('task-000');
  });
});
