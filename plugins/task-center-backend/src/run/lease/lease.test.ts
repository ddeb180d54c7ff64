import { Knex } from 'knex';
import { createTestDatabases } from '../../__testUtils__/createTestDatabases';
import { insertTask } from '../../__testUtils__/insertTask';
import {
  applyMigrations,
  databaseNow,
  isPostgres,
  TaskRow,
} from '../../database';
import { claimTask } from './claimTask';
import { countHeldTasks } from './countHeldTasks';
import { findPositions } from './findPositions';
import { renewLeases } from './renewLeases';

const databases = createTestDatabases();
jest.setTimeout(120_000);

describe.each(databases.eachSupportedId())('leases in %p', databaseId => {
  /** Puts tasks in line, oldest first, each as `connection` or `connection/creator`. */
  async function setUp(tasks: string[]): Promise<Knex> {
    const knex = await databases.init(databaseId);
    await applyMigrations(knex);
    for (const [index, task] of tasks.entries()) {
      const [connection, creator = 'ada'] = task.split('/');
      await insertTask(knex, {
        id: `task-${String(index).padStart(3, '0')}`,
        connection,
        created_by: `user:default/${creator}`,
        created_at: 1_000 + index,
      });
    }
    return knex;
  }

  function claim(
    knex: Knex,
    places: Record<string, number>,
    workerId = 'w',
  ): Promise<TaskRow | undefined> {
    return claimTask(knex, {
      workerId,
      leaseMs: 60_000,
      places: new Map(Object.entries(places)),
    });
  }

  async function claimAll(knex: Knex, places: Record<string, number>) {
    const claimed: string[] = [];
    for (
      let task = await claim(knex, places);
      task;
      task = await claim(knex, places)
    ) {
      claimed.push(task.id);
    }
    return claimed;
  }

  async function end(knex: Knex, id: string) {
    await knex('tasks').where({ id }).update({ status: 'failed' });
  }

  it('go to the oldest task of a connection with a free place', async () => {
    const knex = await setUp(['a', 'a', 'a', 'b', 'gone']);
    const places = { a: 2, b: 1 };
    expect(await claimAll(knex, places)).toEqual([
      'task-000',
      'task-003',
      'task-001',
    ]);
    await end(knex, 'task-000');
    expect((await claim(knex, places))?.id).toBe('task-002');
  });

  it('go around between users, those who hold less first', async () => {
    const knex = await setUp([
      ...Array(6).fill('a/ada'),
      ...Array(3).fill('a/grace'),
      'a/alan',
    ]);
    expect(await claimAll(knex, { a: 4 })).toEqual([
      'task-000',
      'task-006',
      'task-009',
      'task-001',
    ]);
    // Ada holds two, Grace one.
    await end(knex, 'task-009');
    expect((await claim(knex, { a: 4 }))?.id).toBe('task-007');
    await end(knex, 'task-000');
    await end(knex, 'task-001');
    expect(await claimAll(knex, { a: 4 })).toEqual(['task-002', 'task-003']);
  });

  it('go out in the order that tasks in line are told', async () => {
    const users = ['ada', 'ada', 'ada', 'grace', 'alan', 'ada', 'grace'];
    const knex = await setUp(
      Array.from({ length: 60 }, (_, n) => {
        const connection = 'ab'[(n >> 2) % 2];
        return `${connection}/${users[(n * n) % users.length]}`;
      }),
    );
    await claimAll(knex, { a: 5, b: 2 });
    const line: TaskRow[] = await knex<TaskRow>('tasks').whereNull('worker_id');
    const positions = await findPositions(knex, line);
    expect(positions.size).toBe(53);

    for (const connection of ['a', 'b']) {
      const told = line
        .filter(task => task.connection === connection)
        .map(task => task.id)
        .sort((x, y) => positions.get(x)! - positions.get(y)!);
      expect(positions.get(told[0])).toBe(1);
      expect(positions.get(told.at(-1)!)).toBe(told.length);
      expect(await claimAll(knex, { [connection]: 99 })).toEqual(told);
    }
  });

  it('are never two for one task, and never more than a connection has places', async () => {
    const places = { a: 3, b: 2, c: 1 };
    const users = ['ada', 'grace', 'alan'];
    const knex = await setUp(
      Array.from(
        { length: 300 },
        (_, n) => `${'abc'[n % 3]}/${users[n % 7 === 0 ? 1 : n % 2]}`,
      ),
    );
    const runs: string[] = [];
    const most: Record<string, number> = {};
    let working = true;
    const watch = async () => {
      while (working) {
        for (const [connection, held] of await countHeldTasks(knex)) {
          most[connection] = Math.max(most[connection] ?? 0, held);
        }
        // SQLite answers without ever letting a timer have its turn.
        await new Promise(resolve => setImmediate(resolve));
      }
    };
    const work = async (workerId: string) => {
      while (runs.length < 300) {
        const task = await claim(knex, places, workerId);
        if (task) {
          runs.push(task.id);
          await new Promise(resolve => setTimeout(resolve, Math.random() * 4));
          await end(knex, task.id);
        } else {
          await new Promise(resolve => setImmediate(resolve));
        }
      }
    };
    const watching = watch();
    await Promise.all(
      Array.from({ length: 8 }, (_, n) => work(`w${n}`)),
    ).finally(() => {
      working = false;
    });
    await watching;

    expect(new Set(runs).size).toBe(300);
    expect(runs).toHaveLength(300);
    for (const [connection, place] of Object.entries(places)) {
      expect(most[connection]).toBeLessThanOrEqual(place);
    }
    // A busy machine may never be seen with all places taken, but several were.
    expect(Math.max(...Object.values(most))).toBeGreaterThan(1);
    expect(await knex('tasks').whereNot({ attempt: 1 })).toEqual([]);
  });

  it('pass over a task that somebody is aborting', async () => {
    const knex = await setUp(['a', 'a', 'b']);
    const aborting = await knex.transaction();
    await aborting('tasks')
      .where({ id: 'task-000' })
      .update({ status: 'aborted' });
    const claiming = claimAll(knex, { a: 9, b: 9 });
    if (isPostgres(knex)) {
      await claiming;
    }
    await aborting.commit();
    expect(await claiming).toEqual(['task-001', 'task-002']);
  });

  it('are renewed for live runs alone, and bring abort requests', async () => {
    const knex = await setUp(['a', 'a', 'a', 'a']);
    const expired = (workerId: string) =>
      claimTask(knex, { workerId, leaseMs: 0, places: new Map([['a', 9]]) });
    const [first, second] = [await expired('w'), await expired('w')];
    const others = await expired('other');
    const taken = await expired('w');
    await knex('tasks')
      .where({ id: second!.id })
      .update({ abort_requested_at: 1 });
    await knex('tasks').where({ id: taken!.id }).increment('attempt');

    const held = await renewLeases(knex, {
      workerId: 'w',
      leaseMs: 60_000,
      timeoutMs: 60_000,
      tasks: [second!, others!, taken!],
    });

    expect(held).toEqual([{ id: second!.id, abortRequested: true }]);
    const live = await knex<TaskRow>('tasks')
      .where('lease_expires_at', '>', databaseNow(knex) as any)
      .select('id');
    expect(live).toEqual([{ id: second!.id }]);
    expect(first!.id).toBe('task-000');
  });
});
