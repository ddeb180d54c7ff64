import {
  LogLevel,
  LogLevelFilter,
  LogMatches,
} from 'backstage-plugin-task-center-common';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { insertTask } from '../__testUtils__/insertTask';
import { applyMigrations } from '../database';
import { ResultSetStore } from '../results';
import { RunRecord } from '../run';
import { DatabaseSegmentStore } from '../streams';
import { findInLog, LogFindQuery } from './findInLog';
import { LogQuery, readLogPage } from './readLogPage';

const databases = createTestDatabases();
jest.setTimeout(60_000);

const LINES = 6_000;

function levelOf(n: number): LogLevel {
  if (n % 1_000 === 500) {
    return 'ERROR';
  }
  return n % 300 === 7 ? 'WARN' : 'INFO';
}

function messageOf(n: number): string {
  return n % 250 === 0
    ? `Duplicate entry "${n}"\nfor key 'PRIMARY' straße`
    : `UPDATE orders SET price = ${n} · ${n % 40} ms`;
}

/** The numbers of the lines for which it is so. */
function linesWhere(is: (n: number) => boolean): number[] {
  return Array.from({ length: LINES }, (_, n) => n).filter(is);
}

describe.each(databases.eachSupportedId())('a log in %p', databaseId => {
  async function setUp(message = messageOf, lines = LINES) {
    const knex = await databases.init(databaseId);
    await applyMigrations(knex);
    const segments = DatabaseSegmentStore.create(knex);
    const task = await insertTask(knex, { id: 'a-task', attempt: 1 });
    const resultSetStore = ResultSetStore.create(knex);
    const record = RunRecord.create({ knex, segments, resultSetStore, task });
    const add = async (from: number, to: number) => {
      for (let n = from; n < to; n++) {
        record.addLog(levelOf(n), message(n), n + 1);
      }
      await record.save();
    };
    await add(0, lines);
    const find = (query: Partial<LogFindQuery>, timeMs: number = 60_000) =>
      findInLog(
        segments,
        'a-task',
        { text: '', level: 'all', from: 0, limit: 1_000, ...query },
        { signal: new AbortController().signal, timeMs },
      );
    const page = (level: LogLevelFilter, offset: number, limit: number) =>
      readLogPage(segments, 'a-task', { level, offset, limit });
    return { segments, add, find, page };
  }

  it('is searched as a whole', async () => {
    const { find } = await setUp();
    const expectLines = async (
      query: Partial<LogFindQuery>,
      is: (n: number) => boolean,
    ) => {
      const expected = linesWhere(is);
      const found = await find(query);
      expect(found.items).toEqual(expected);
      expect(found).toMatchObject({ nextLine: LINES, complete: true });
      const inBlocks = found.blocks.map(({ from, to }) =>
        expected.filter(n => n >= from && n < to),
      );
      expect(found.blocks.map(({ count }) => count)).toEqual(
        inBlocks.map(({ length }) => length),
      );
      expect(inBlocks.flat()).toEqual(expected);
    };
    const isDuplicate = (n: number) => n % 250 === 0;
    await expectLines({ text: 'duplicate' }, isDuplicate);
    await expectLines({ text: 'duplicate', matchCase: true }, () => false);
    await expectLines({ text: '"1250"\nFOR' }, n => n === 1_250);
    await expectLines({ text: 'STRAßE' }, isDuplicate);
    // Only the way in which it is stored has these.
    await expectLines({ text: '\\n' }, () => false);
    await expectLines({ text: 'INFO' }, () => false);
    await expectLines(
      { text: '= \\d*99 .* 1?9 ms$', regex: true },
      n => n % 100 === 99 && [9, 19].includes(n % 40) && !isDuplicate(n),
    );
    await expectLines(
      { text: 'duplicate', level: 'error' },
      n => n % 1_000 === 500,
    );
    await expectLines({ text: 'price', level: 'alert' }, n => n % 300 === 7);
  });

  it('is searched in parts, which together are the whole', async () => {
    const { find } = await setUp();
    const all = await find({ text: 'duplicate' });
    const parts: LogMatches[] = [];
    let from = 0;
    do {
      parts.push(await find({ text: 'duplicate', from }, 0));
      expect(parts[parts.length - 1].nextLine).toBeGreaterThan(from);
      from = parts[parts.length - 1].nextLine;
    } while (!parts[parts.length - 1].complete);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.flatMap(({ items }) => items)).toEqual(all.items);
    const counts = parts.flatMap(({ blocks }) => blocks.map(b => b.count));
    expect(counts.reduce((sum, count) => sum + count)).toBe(all.items.length);

    const [, block] = all.blocks;
    const inBlock = all.items.filter(n => n >= block.from && n < block.to);
    expect(await find({ text: 'duplicate', ...block, limit: 2 })).toEqual({
      items: inBlock.slice(0, 2),
      blocks: [block],
      cutLines: 0,
      nextLine: block.to,
      complete: true,
    });
  });

  it('is searched on when it has grown', async () => {
    const { find, add } = await setUp(messageOf, 1_000);
    const before = await find({ text: 'duplicate' });
    expect(before).toMatchObject({ nextLine: 1_000, complete: true });
    await add(1_000, 1_600);
    const { items } = await find({ text: 'duplicate', from: before.nextLine });
    expect(items).toEqual([1_000, 1_250, 1_500]);
    const nothing = await find({ text: 'duplicate', from: 1_600 });
    expect(nothing).toMatchObject({ nextLine: 1_600, complete: true });
  });

  it('stops when nobody waits', async () => {
    const { segments } = await setUp();
    const found = await findInLog(
      segments,
      'a-task',
      { text: 'ms', level: 'all', from: 0, limit: LINES },
      { signal: AbortSignal.abort() },
    );
    expect(found.complete).toBe(false);
    expect(found.nextLine).toBeLessThan(LINES);
  });

  it('is not held up by an expression that others take for ever for', async () => {
    const { find } = await setUp(
      n => `${'a'.repeat(3_000)}${n % 2 ? '' : '!'}`,
      100,
    );
    const { items } = await find({ text: '^(a|aa)+$', regex: true });
    expect(items).toEqual(linesWhere(n => n < 100 && n % 2 === 1));
    await expect(find({ text: '(a', regex: true })).rejects.toThrow(
      'This is not a regular expression: missing closing ): `(a`',
    );
  });

  it('says of how many long lines only the beginning was searched', async () => {
    const long = 'ab'.repeat(5_000);
    const { find } = await setUp(
      n => (n % 2 ? `${n} abc` : `${n} ${long}${n % 4 ? 'c' : ''}`),
      40,
    );
    const large = { text: '[ab]*a[ab]{480}c|abc|^\\d0 ', regex: true };
    const found = await find(large);
    // The lines with a match are certain: 10, 20, 30 have one at their beginning.
    const expected = linesWhere(
      n => n < 40 && (n % 2 === 1 || (n % 10 === 0 && n > 0)),
    );
    expect(found.items).toEqual(expected);
    expect(found).toMatchObject({ cutLines: 40 - expected.length });
    expect(await find({ ...large, from: 0, to: 1 })).toMatchObject({
      ...{ items: [], cutLines: 1, complete: true },
    });
    const small = await find({ text: 'ab$', regex: true });
    expect(small.items).toEqual(linesWhere(n => n < 40 && n % 4 === 0));
    expect(small.cutLines).toBe(0);
    const text = await find({ text: 'bc' });
    expect(text.items).toEqual(linesWhere(n => n < 40 && n % 4 > 0));
    expect(text.cutLines).toBe(0);
  });

  it('does not go on in a part of the log when the time is over', async () => {
    // No two parts of these lines are alike, so that each is as slow as the first.
    let state = 1;
    const random = () => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return 'ab'[Math.floor((state / 2 ** 31) * 2)];
    };
    const { find } = await setUp(
      () => Array.from({ length: 600 }, random).join(''),
      80,
    );
    const found = await find(
      { text: '(a|b)*a(a|b){60}c', regex: true, limit: 0 },
      0,
    );
    expect(found.nextLine).toBeGreaterThan(0);
    expect(found.nextLine).toBeLessThan(80);
    expect(found.complete).toBe(false);
  });

  it('has the lines of each level, and says where they stand', async () => {
    const { page, segments } = await setUp();
    const levels: Record<LogLevelFilter, LogLevel[]> = {
      all: ['INFO', 'WARN', 'ERROR'],
      alert: ['WARN', 'ERROR'],
      info: ['INFO'],
      warn: ['WARN'],
      error: ['ERROR'],
    };
    for (const [name, wanted] of Object.entries(levels)) {
      const level = name as LogLevelFilter;
      const expected = linesWhere(n => wanted.includes(levelOf(n)));
      const offset = Math.floor(expected.length * 0.6);
      const { items, totalItems } = await page(level, offset, 3);
      expect(totalItems).toBe(expected.length);
      expect(items.map(({ index }) => index)).toEqual(
        expected.slice(offset, offset + 3),
      );
      for (const after of [-1, expected[offset] - 1, LINES]) {
        const rest = expected.filter(n => n > after);
        expect(
          await readLogPage(segments, 'a-task', {
            ...{ level, after, offset: 0, limit: 1 },
          }),
        ).toMatchObject({
          items: rest.slice(0, 1).map(index => ({ index })),
          totalItems: expected.length,
          firstPosition: expected.length - rest.length,
        });
      }
    }
  });

  it('has pages of the lines with a text', async () => {
    const { segments } = await setUp();
    const expected = linesWhere(n => n % 250 === 0);
    const page = (
      query: Partial<LogQuery>,
      options: Parameters<typeof readLogPage>[3] = { timeMs: 60_000 },
    ) =>
      readLogPage(
        segments,
        'a-task',
        { search: 'STRAßE', level: 'all', offset: 0, limit: 3, ...query },
        options,
      );
    const expectLines = async (query: Partial<LogQuery>, lines: number[]) => {
      const { items, ...rest } = await page(query);
      expect(items.map(({ index }) => index)).toEqual(lines);
      expect(items.map(({ message }) => message)).toEqual(lines.map(messageOf));
      expect(rest).toEqual({ totalItems: expected.length });
    };
    await expectLines({}, expected.slice(0, 3));
    await expectLines({ offset: 21, limit: 10 }, expected.slice(21));
    await expectLines({ after: 1_250 }, expected.slice(6, 9));
    await expectLines({ after: 1_200, offset: 4 }, expected.slice(9, 12));
    await expectLines({ after: LINES }, []);
    const errors = await page({ level: 'error' });
    expect(errors.totalItems).toBe(6);
    // Case is the same for it as for who finds.
    const kelvin = await page({ search: "\u212aEY 'PRIMARY" });
    expect(kelvin.totalItems).toBe(expected.length);

    for (const options of [{ timeMs: 0 }, { signal: AbortSignal.abort() }]) {
      const { nextLine, totalItems } = await page({ offset: 1 }, options);
      expect(nextLine).toBeLessThan(LINES);
      expect(totalItems).toBe(expected.filter(n => n < nextLine!).length);
    }
  });
});
