import { Knex } from 'knex';
import { TASK_STATUSES } from 'backstage-plugin-task-center-common';
import { createRandom } from '../../__testUtils__/createRandom';
import { createTestDatabases } from '../../__testUtils__/createTestDatabases';
import { insertTask } from '../../__testUtils__/insertTask';
import { applyMigrations, TaskRow } from '../../database';
import { ScriptStore } from '../../scripts';
import { DatabaseSegmentStore } from '../../streams';
import { DatabaseTaskStore } from '../DatabaseTaskStore';
import { TaskQuery } from '../TaskStore';
import { listTasks } from './listTasks';
import { sumUpTaskCounts } from './sumUpTaskCounts';

const databases = createTestDatabases();
jest.setTimeout(60_000);
const TASKS = 400;
const random = createRandom(5);
const NEWEST_FIRST: TaskQuery = {
  orderBy: 'createdAt',
  descending: true,
  limit: 25,
  offset: 0,
};

function randomTask(): Partial<TaskRow> {
  // Some connections and people have most of the tasks, others next to none.
  const connection = `c${random.below(random.below(6) + 1)}`;
  return {
    name: `${random.pick(['Fix', 'fill', 'Ändern', '100%'])} ${random.below(
      9,
    )}`,
    description: random.pick([null, 'Ticket_1', 'ticket 2']),
    connection,
    entity_ref: `resource:default/${connection}`,
    engine: random.pick(['mysql', 'sqlite']),
    status: random.pick([...TASK_STATUSES, 'completed', 'completed']),
    created_by: `user:default/u${random.below(random.below(9) + 1)}`,
    created_at: 1_000 + random.below(200),
  };
}

function randomQuery(): TaskQuery {
  const sometimes = <T>(value: T) =>
    random.below(3) === 0 ? value : undefined;
  return {
    connection: sometimes([`c${random.below(6)}`, `c${random.below(2)}`]),
    status: sometimes([
      random.pick([...TASK_STATUSES]),
      random.pick([...TASK_STATUSES]),
    ]),
    createdBy: sometimes(`user:default/u${random.below(9)}`),
    search: sometimes(random.pick(['FI', '%', 'ticket', 't_1', ' 3'])),
    createdAfter: sometimes(1_000 + random.below(200)),
    createdBefore: sometimes(1_000 + random.below(200)),
    criteria: sometimes({
      anyOf: [
        { column: 'engine' as const, values: ['sqlite'] },
        { not: { column: 'created_by' as const, values: ['user:default/u0'] } },
      ],
    }),
    orderBy: random.pick([
      'createdAt',
      'name',
      'status',
      'connection',
      'createdBy',
    ] as const),
    descending: random.below(2) === 0,
    limit: 1 + random.below(30),
    offset: random.pick([0, 3, 40, 250, 390]),
  };
}

/** What the query means, said as plainly as can be. */
function meets(task: TaskRow, query: TaskQuery): boolean {
  const text = `${task.name}\n${task.description ?? ''}`.toLowerCase();
  return (
    (query.connection?.includes(task.connection) ?? true) &&
    (query.status?.includes(task.status) ?? true) &&
    task.created_by === (query.createdBy ?? task.created_by) &&
    Number(task.created_at) >= (query.createdAfter ?? 0) &&
    Number(task.created_at) < (query.createdBefore ?? Infinity) &&
    text.includes((query.search ?? '').toLowerCase()) &&
    (!query.criteria ||
      task.engine === 'sqlite' ||
      task.created_by !== 'user:default/u0')
  );
}

describe.each(databases.eachSupportedId())('lists of tasks in %p', id => {
  async function setUp() {
    const knex = await databases.init(id);
    await applyMigrations(knex);
    const segments = DatabaseSegmentStore.create(knex);
    const scripts = ScriptStore.create({ knex, segments, maxBytes: 1_000 });
    const store = DatabaseTaskStore.create({ knex, segments, scripts });
    for (let n = 0; n < TASKS; n++) {
      await insertTask(knex, { id: `t${n}`, ...randomTask() });
    }
    return { knex, store };
  }

  async function expectCounts(knex: Knex, store: DatabaseTaskStore) {
    const rows = await knex<TaskRow>('tasks');
    for (const status of TASK_STATUSES) {
      for (const connection of ['c0', 'c3']) {
        const query = { status: [status], connection: [connection] };
        const { totalItems } = await store.list({ ...NEWEST_FIRST, ...query });
        expect({ ...query, totalItems }).toEqual({
          ...query,
          totalItems: rows.filter(row =>
            meets(row, { ...NEWEST_FIRST, ...query }),
          ).length,
        });
      }
    }
  }

  it('are those that meet the query, in its order, page by page', async () => {
    const { knex, store } = await setUp();
    const all = await knex<TaskRow>('tasks');
    for (let n = 0; n < 300; n++) {
      const query = randomQuery();
      const expected = all.filter(task => meets(task, query));
      const { rows, totalItems } = await store.list(query);

      expect({ query, totalItems }).toEqual({
        query,
        totalItems: expected.length,
      });
      const whole = await store.list({ ...query, offset: 0, limit: TASKS });
      expect(whole.rows.map(row => row.id).sort()).toEqual(
        expected.map(row => row.id).sort(),
      );
      expect(rows).toEqual(
        whole.rows.slice(query.offset, query.offset + query.limit),
      );
      expectOrder(whole.rows, query);
    }
  });

  it('of a time are counted up to a limit, beyond which there are pages all the same', async () => {
    const { knex, store } = await setUp();
    for (let n = 0; n < 100; n++) {
      const query = {
        ...randomQuery(),
        search: undefined,
        createdAfter: 1_010,
      };
      const { rows, totalItems: there } = await store.list(query);
      const { rows: some, ...total } = await listTasks(knex, query, 50);

      expect(some).toEqual(rows);
      const most = Math.max(50, query.offset + query.limit);
      expect({ query, there, total }).toEqual({
        query,
        there,
        total:
          there > most
            ? { totalItems: most, totalIsAtLeast: true }
            : { totalItems: there },
      });
    }
    const { totalItems } = await listTasks(knex, NEWEST_FIRST, 50);
    expect(totalItems).toBe(TASKS);
  });

  it('are counted right while tasks come, change and go, also when counts are summed up', async () => {
    const { knex, store } = await setUp();
    await expectCounts(knex, store);
    const change = async (from: number) => {
      for (let n = from; n < from + 40; n++) {
        const task = knex('tasks').where({ id: `t${n}` });
        await (n % 3 === 0
          ? task.delete()
          : task.update({ status: random.pick([...TASK_STATUSES]) }));
        await insertTask(knex, { id: `new${n}`, ...randomTask() });
      }
    };
    await change(0);
    await expectCounts(knex, store);

    const before = await countRows(knex);
    await Promise.all([
      change(100),
      sumUpTaskCounts(knex),
      change(200),
      sumUpTaskCounts(knex),
    ]);
    await expectCounts(knex, store);

    await sumUpTaskCounts(knex);
    await expectCounts(knex, store);
    expect(await countRows(knex)).toBeLessThan(before);

    await knex('tasks').delete();
    await sumUpTaskCounts(knex);
    expect(await countRows(knex)).toBe(0);
  });

  it('take nothing of a change that was not made', async () => {
    const { knex, store } = await setUp();
    await knex
      .transaction(async transaction => {
        await transaction('tasks').where({ status: 'failed' }).delete();
        throw new Error('taken back');
      })
      .catch(() => {});
    await expectCounts(knex, store);
  });
});

async function countRows(knex: Knex): Promise<number> {
  return (await knex('task_counts')).length;
}

function expectOrder(rows: TaskRow[], { orderBy, descending }: TaskQuery) {
  const column = {
    createdAt: 'created_at',
    name: 'name',
    status: 'status',
    connection: 'connection',
    createdBy: 'created_by',
  }[orderBy] as keyof TaskRow;
  const values = rows.map(row => row[column]!);
  const groups = values.filter((value, at) => value !== values[at - 1]);
  // Databases collate texts differently; what is equal stands together in any case.
  expect(new Set(groups).size).toBe(groups.length);
  // Connections, people and states are named so that every collation has them in the same order.
  if (orderBy !== 'name') {
    const sorted = [...values].sort((a, b) =>
      orderBy === 'createdAt'
        ? Number(a) - Number(b)
        : String(a).localeCompare(String(b)),
    );
    expect(values).toEqual(descending ? sorted.reverse() : sorted);
  }
  rows.slice(1).forEach((row, at) => {
    if (orderBy !== 'createdAt' && row[column] === rows[at][column]) {
      expect(Number(row.created_at)).toBeLessThanOrEqual(
        Number(rows[at].created_at),
      );
    }
  });
}
