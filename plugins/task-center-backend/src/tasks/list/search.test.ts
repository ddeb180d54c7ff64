import { Knex } from 'knex';
import { createRandom } from '../../__testUtils__/createRandom';
import { createTestDatabases } from '../../__testUtils__/createTestDatabases';
import { insertTask } from '../../__testUtils__/insertTask';
import { applyMigrations, TaskRow } from '../../database';
import { TaskQuery } from '../TaskStore';
import { listTasks } from './listTasks';

const databases = createTestDatabases();
jest.setTimeout(120_000);

const NEWEST_FIRST: TaskQuery = {
  orderBy: 'createdAt',
  descending: true,
  limit: 25,
  offset: 0,
};
const COLUMNS = {
  createdAt: 'created_at',
  name: 'name',
  status: 'status',
  connection: 'connection',
  createdBy: 'created_by',
} as const;
const random = createRandom(11);

describe.each(databases.eachSupportedId())('searching tasks in %p', id => {
  const isPostgres = id.startsWith('POSTGRES');

  async function setUp() {
    const knex = await databases.init(id);
    await applyMigrations(knex);
    return knex;
  }

  async function namesOf(knex: Knex, search: string): Promise<string[]> {
    const { rows } = await listTasks(knex, { ...NEWEST_FIRST, search });
    return rows.map(row => row.name).sort();
  }

  it('finds parts of names and descriptions, in any case, as they are written', async () => {
    const knex = await setUp();
    const names = ['100% sure', '1000 sure', 'a_b_c', 'aXbXc', 'C:\\new'];
    const others = ['say "hi" now', "it's [so]", '修复订单', 'x*y?z', 'so'];
    for (const name of [...names, ...others]) {
      await insertTask(knex, { id: name, name });
    }
    await insertTask(knex, { id: 'd', name: 'D', description: 'Ticket SHOP' });

    expect(await namesOf(knex, '100%')).toEqual(['100% sure']);
    expect(await namesOf(knex, '00% S')).toEqual(['100% sure']);
    expect(await namesOf(knex, 'A_B')).toEqual(['a_b_c']);
    expect(await namesOf(knex, 'c:\\N')).toEqual(['C:\\new']);
    expect(await namesOf(knex, '"HI"')).toEqual(['say "hi" now']);
    expect(await namesOf(knex, '"')).toEqual(['say "hi" now']);
    expect(await namesOf(knex, "'s [SO]")).toEqual(["it's [so]"]);
    expect(await namesOf(knex, 'x*y?')).toEqual(['x*y?z']);
    expect(await namesOf(knex, '复订单')).toEqual(['修复订单']);
    expect(await namesOf(knex, '订')).toEqual(['修复订单']);
    expect(await namesOf(knex, '订单')).toEqual(['修复订单']);
    expect(await namesOf(knex, '单')).toEqual(['修复订单']);
    expect(await namesOf(knex, 'W')).toEqual(['C:\\new', 'say "hi" now']);
    expect(await namesOf(knex, 'ö')).toEqual([]);
    expect(await namesOf(knex, 'so')).toEqual(["it's [so]", 'so']);
    expect(await namesOf(knex, 't shop')).toEqual(['D']);
    // Not from the end of the name into the description.
    expect(await namesOf(knex, 'DTicket')).toEqual([]);
    expect(await namesOf(knex, 'D\nTicket')).toEqual([]);
  });

  it('knows both cases of the letters that the database knows', async () => {
    const knex = await setUp();
    await insertTask(knex, { id: 'a', name: 'ÄNDERN [Größe]' });
    await insertTask(knex, { id: 'b', name: 'Заказ' });
    let knowsOthers = true;
    if (isPostgres) {
      const { rows } = await knex.raw(`SELECT lower('Ä') = 'ä' AS knows`);
      knowsOthers = rows[0].knows;
    }
    for (const search of ['änd', 'än', 'ändern [', 'GRÖ', 'GRÖSSE']) {
      expect({ search, found: await namesOf(knex, search) }).toEqual({
        search,
        found: knowsOthers && search !== 'GRÖSSE' ? ['ÄNDERN [Größe]'] : [],
      });
    }
    expect(await namesOf(knex, 'ЗАКАЗ')).toEqual(knowsOthers ? ['Заказ'] : []);
    expect(await namesOf(knex, 'Größe')).toEqual(['ÄNDERN [Größe]']);

    // Letters whose lower case depends on who is asked.
    const odd = ['Wait 5 µs', 'İş planı', 'ΟΔΟΣ', 'STRAẞE'];
    for (const name of odd) {
      await insertTask(knex, { id: name, name });
    }
    for (const [search, name] of [
      ...[
        ['µs', odd[0]],
        ['µ', odd[0]],
        ['İş', odd[1]],
        ['İ', odd[1]],
      ],
      ...[
        ['ΟΣ', odd[2]],
        ['Σ', odd[2]],
        ['ẞE', odd[3]],
      ],
    ]) {
      expect({ search, found: await namesOf(knex, search) }).toEqual({
        search,
        found: expect.arrayContaining([name]),
      });
    }
  });

  it('finds every letter by itself, as it is written', async () => {
    const knex = await setUp();
    const letters = Array.from({ length: 0x590 }, (_, code) =>
      String.fromCodePoint(code),
    ).filter(letter => /\p{L}/u.test(letter));
    const { id: _, ...task } = await insertTask(knex, {
      id: 'first',
      name: '-',
    });
    await knex.batchInsert(
      'tasks',
      letters.map(name => ({ ...task, id: name, name })),
      100,
    );
    const missed: string[] = [];
    for (const search of letters) {
      const { rows } = await listTasks(knex, { ...NEWEST_FIRST, search });
      if (!rows.some(({ name }) => name === search)) {
        missed.push(search);
      }
    }
    expect(missed).toEqual([]);
  });

  it('finds what was changed, and not what is gone', async () => {
    const knex = await setUp();
    await insertTask(knex, { id: 'a', name: 'first name' });
    await insertTask(knex, { id: 'b', name: 'second name' });
    await knex('tasks').where({ id: 'a' }).update({ name: 'other name' });
    expect(await namesOf(knex, 'first')).toEqual([]);
    expect(await namesOf(knex, 'NAME')).toEqual(['other name', 'second name']);

    await knex('tasks').where({ id: 'b' }).delete();
    await insertTask(knex, { id: 'c', name: 'third' });
    expect(await namesOf(knex, 'name')).toEqual(['other name']);
    expect(await namesOf(knex, 'third')).toEqual(['third']);
  });

  it('gives the right page of frequent and rare texts, wherever they are in the order', async () => {
    const knex = await setUp();
    const all = await fill(knex, isPostgres ? 12_000 : 42_000);
    const texts = [
      ...['COMMON', 'early', 'late', 'seldom', 'nowhere'],
      ...['om', 'xx', 'LD', '99', 'sk', 'e', 'q'],
    ];
    for (let n = 0; n < 250; n++) {
      const query: TaskQuery & { search: string } = {
        search: random.pick(texts),
        orderBy: random.pick([
          ...(['createdAt', 'status', 'connection', 'name'] as const),
          'createdBy' as const,
        ]),
        descending: random.below(2) === 0,
        limit: random.pick([1, 25, 100]),
        offset: random.pick([0, 0, 25, 300, 1_000, 3_900]),
        connection: random.below(3) === 0 ? ['c0', 'c2'] : undefined,
        status: random.below(3) === 0 ? ['failed'] : undefined,
        createdAfter: random.below(4) === 0 ? random.below(3_000) : undefined,
      };
      const { rows, ...total } = await listTasks(knex, query);

      const expected = expectedIds(all, query);
      const end = query.offset + query.limit;
      expect({ query, ids: rows.map(row => row.id) }).toEqual({
        query,
        ids: expected.slice(query.offset, end),
      });
      const most = expected.length;
      const isRight = total.totalIsAtLeast
        ? total.totalItems >= end && total.totalItems <= most
        : total.totalItems === most;
      expect({ query, most, total, isRight }).toMatchObject({ isRight: true });
    }
    const rare = { ...NEWEST_FIRST, search: 'seldom' };
    expect(await listTasks(knex, rare)).not.toHaveProperty('totalIsAtLeast');
    const frequent = { ...NEWEST_FIRST, search: 'common' };
    expect(await listTasks(knex, frequent)).toMatchObject({
      totalIsAtLeast: true,
      totalItems: 1_000,
    });
  });
});

/**
 * Tasks of which most are common, the first ones early and the last ones late, and few are seldom.
 */
async function fill(knex: Knex, count: number): Promise<TaskRow[]> {
  const template = await insertTask(knex, { id: 'template' });
  await knex('tasks').delete();
  const tasks = Array.from({ length: count }, (_, n) => {
    const isLate = n >= count - 4_000;
    const part = isLate ? 'late' : 'mid';
    const kind = random.below(100) === 0 ? 'seldom' : 'common';
    return {
      ...template,
      id: `t${n}`,
      // Every collation has these in the same order.
      name: `${n < 4_000 ? 'early' : part}${String(
        random.below(count),
      ).padStart(6, '0')}`,
      description: random.below(20) === 0 ? null : `${kind} task`,
      connection: `c${random.below(3)}`,
      status: isLate ? 'failed' : 'completed',
      created_at: Math.floor(n / 4),
    };
  });
  await knex.batchInsert('tasks', tasks, 200);
  return tasks as TaskRow[];
}

/** What a query means, said as plainly as can be. */
function expectedIds(
  all: TaskRow[],
  query: TaskQuery & { search: string },
): string[] {
  const text = query.search.toLowerCase();
  const compare = (a: string | number, b: string | number) =>
    Number(a > b) - Number(a < b);
  const column = COLUMNS[query.orderBy];
  const way = query.descending ? -1 : 1;
  const behind = query.orderBy === 'createdAt' ? way : -1;
  return all
    .filter(
      task =>
        (task.name.includes(text) || task.description?.includes(text)) &&
        (query.connection?.includes(task.connection) ?? true) &&
        (query.status?.includes(task.status) ?? true) &&
        Number(task.created_at) >= (query.createdAfter ?? 0),
    )
    .sort(
      (a, b) =>
        way * compare(a[column], b[column]) ||
        behind * compare(a.created_at, b.created_at) ||
        behind * compare(a.id, b.id),
    )
    .map(task => task.id);
}
