import {
  DatabaseError,
  DatabaseSession,
  StatementOutcome,
} from 'backstage-plugin-task-center-node';
import { setTimeout as delay } from 'node:timers/promises';
import {
  ignoringRows,
  openMariadbSession,
  query,
} from '../__testUtils__/mariadb';
import { createScripts, SCRIPT_TABLES } from './__testUtils__/createScripts';
import { runScript, ScriptOutcome } from './__testUtils__/runScript';

jest.setTimeout(180_000);

const DATABASES = ['alone', 'together'].map(
  name => `task_center_${name}_${process.pid}`,
);
const [DATABASE] = DATABASES;

describe('MysqlSession.executeBatch', () => {
  let session: DatabaseSession;
  let other: DatabaseSession;

  const open = (database = DATABASE) =>
    openMariadbSession(
      { database },
      { silence: { silence: 300, onItsWay: 100 } },
    );
  const run = (sql: string) => session.execute(sql, ignoringRows());
  const runBatch = async (statements: string[], next?: string) => {
    const outcomes: StatementOutcome[] = [];
    const error: DatabaseError | undefined = await session.executeBatch!(
      statements,
      { onSuccess: outcome => outcomes.push(outcome), next },
    ).then(
      () => undefined,
      e => e,
    );
    return { outcomes, error };
  };
  const inserts = (count: number) =>
    Array.from(
      { length: count },
      (_, i) => `INSERT INTO counted VALUES (${i})`,
    );
  const countedRows = async () => {
    const [{ rows }] = await query(
      other,
      `SELECT COUNT(*), COUNT(DISTINCT n), COALESCE(MAX(n) + 1, 0) FROM ${DATABASE}.counted`,
    );
    return rows[0].map(Number);
  };

  beforeAll(async () => {
    other = await openMariadbSession();
    for (const database of DATABASES) {
      await query(other, `CREATE DATABASE ${database}`);
      await query(other, `USE ${database}`);
      for (const table of SCRIPT_TABLES) await query(other, table);
    }
    await query(other, `CREATE TABLE ${DATABASE}.counted (n INT)`);
  });

  afterAll(async () => {
    for (const database of DATABASES) {
      await query(other, `DROP DATABASE ${database}`);
    }
    await other.close();
  });

  beforeEach(async () => {
    session = await open();
    await run('TRUNCATE counted');
  });

  afterEach(async () => {
    await session.close();
  });

  describe('beside one statement after the other', () => {
    const scripts = createScripts(250);
    const codes = new Set<string | undefined>();
    let batched = 0;
    let texts = 0;

    const runIn = async (
      database: string,
      script: string[],
      options: { together: boolean; goOn: boolean },
    ) => {
      const of = await open(database);
      try {
        for (const table of ['people', 'noted']) {
          await query(other, `TRUNCATE ${database}.${table}`);
        }
        await query(other, `DROP PROCEDURE IF EXISTS ${database}.two`);
        await query(of, 'SET @a = 0');
        const record = await runScript(of, script, options);
        const tables = [];
        for (const sql of ['people', 'noted']) {
          tables.push((await query(of, `SELECT * FROM ${sql}`))[0].rows);
        }
        batched += script.filter(sql => of.canBatch!(sql)).length;
        return { record, tables };
      } finally {
        await of.close();
      }
    };
    const comparable = (record: ScriptOutcome[], database: string) =>
      JSON.parse(
        JSON.stringify(record, (key, value) =>
          key === 'warningTexts' ? undefined : value,
        ).replaceAll(database, 'db'),
      );

    it.each([
      ['stopping at the first failure', false],
      ['going on after failures', true],
    ])('does and says the same, %s', async (_, goOn) => {
      for (const script of scripts) {
        const [alone, together] = [
          await runIn(DATABASES[0], script, { together: false, goOn }),
          await runIn(DATABASES[1], script, { together: true, goOn }),
        ];
        expect(comparable(together.record, DATABASES[1])).toEqual(
          comparable(alone.record, DATABASES[0]),
        );
        expect(together.tables).toEqual(alone.tables);
        for (const { error, outcome } of together.record) {
          codes.add(error?.code);
          if (outcome?.warningTexts) texts++;
        }
      }
      // The comparison is worth nothing without failures, batches and warnings.
      expect(codes.size).toBeGreaterThan(5);
      expect(batched).toBeGreaterThan(1_000);
      expect(texts).toBeGreaterThan(10);
    });
  });

  it('says of each statement what it says when it is alone', async () => {
    const { outcomes, error } = await runBatch([
      'INSERT INTO counted VALUES (1), (2), (3)',
      'START TRANSACTION',
      'UPDATE counted SET n = n + 1 WHERE n > 1',
      "INSERT IGNORE INTO counted VALUES ('x')",
      'COMMIT',
    ]);
    expect(error).toBeUndefined();
    expect(outcomes).toMatchObject([
      { affectedRows: 3, warnings: 0, inTransaction: false },
      { affectedRows: 0, warnings: 0, inTransaction: true },
      { affectedRows: 2, warnings: 0, inTransaction: true },
      { affectedRows: 1, warnings: 1, inTransaction: true },
      { affectedRows: 0, warnings: 0, inTransaction: false },
    ]);
  });

  it('takes batches of any size', async () => {
    const statements = Array.from(
      { length: 3_000 },
      (_, i) =>
        `INSERT INTO counted VALUES (LENGTH('${'ä'.repeat(500)}') + ${i})`,
    );
    const { outcomes, error } = await runBatch(statements);
    expect(error).toBeUndefined();
    expect(outcomes).toHaveLength(3_000);
    expect(await countedRows()).toEqual([3_000, 3_000, 4_000]);
  });

  it('tells its caller what the caller threw, and goes on', async () => {
    const broken = new Error('no place for an outcome');
    for (const at of [1, 7, 10]) {
      let calls = 0;
      await expect(
        session.executeBatch!(inserts(10), {
          onSuccess: () => {
            calls++;
            if (calls === at) throw broken;
          },
        }),
      ).rejects.toBe(broken);
      expect(calls).toBe(at);
      expect(await countedRows()).toEqual([10, 10, 10]);
      await run('TRUNCATE counted');
    }
  });

  it('keeps a statement that is sent alone from becoming several', async () => {
    await runBatch(inserts(3));
    await expect(run('SELECT 1; SELECT 2')).rejects.toMatchObject({
      code: '1064',
    });
    await run(
      'CREATE OR REPLACE PROCEDURE two() BEGIN SELECT 1; SELECT 2; END',
    );
    expect(await query(session, 'CALL two()')).toHaveLength(2);
    expect((await runBatch(inserts(3))).outcomes).toHaveLength(3);
    expect((await query(session, "SELECT 'a;b'"))[0].rows).toEqual([['a;b']]);
  });

  it('follows settings that change between the question and the batch', async () => {
    const statements = [
      "INSERT INTO noted (text) VALUES ('a\\\\')",
      "INSERT INTO noted (text) VALUES ('; b')",
    ];
    expect(statements.map(sql => session.canBatch!(sql))).toEqual([true, true]);
    const hidden = "INSERT INTO noted (text) VALUES ('c\\')";
    expect(session.canBatch!(hidden)).toBe(false);
    await run("SET sql_mode = 'NO_BACKSLASH_ESCAPES'");
    expect(session.canBatch!(hidden)).toBe(true);
    await run('SET sql_mode = DEFAULT');
    const { outcomes, error } = await runBatch([
      statements[0],
      hidden,
      statements[1],
    ]);
    expect(outcomes).toHaveLength(1);
    expect(error).toMatchObject({ code: '1064' });
    expect(error!.message).toContain(`near ''c\\')'`);
  });

  describe('warnings', () => {
    const warning = (table = 'people') =>
      `INSERT IGNORE INTO ${table} (name) VALUES ('far too long')`;
    const text = {
      code: '1265',
      message: "Data truncated for column 'name' at row 1",
    };

    it('have texts as long as nothing can notice that they were asked for', async () => {
      const { outcomes } = await runBatch([
        warning(),
        warning(),
        'SET @rows = ROW_COUNT()',
        warning(),
      ]);
      expect(outcomes.map(outcome => outcome.warningTexts)).toEqual([
        [text],
        undefined,
        undefined,
        undefined,
      ]);
      const [{ rows }] = await query(session, 'SELECT @rows');
      expect(rows).toEqual([['1']]);
    });

    it.each([
      ['SELECT 1', [text]],
      ['', [text]],
      [undefined, undefined],
      ['SELECT ROW_COUNT()', undefined],
      ['/* x */ CALL two()', undefined],
      ['SELECT my_function()', undefined],
    ])('of a statement alone, before %p', async (next, expected) => {
      const options = { ...ignoringRows(), next };
      const { warningTexts } = await session.execute(warning(), options);
      expect(warningTexts).toEqual(expected);
      const [{ rows }] = await query(session, 'SHOW WARNINGS');
      expect(rows).toEqual([['Warning', text.code, text.message]]);
    });

    it('come with the first twenty texts, for a hundred statements', async () => {
      const many = `INSERT IGNORE INTO people (name) VALUES ${Array(30)
        .fill("('far too long')")
        .join()}`;
      const { outcomes } = await runBatch(Array(150).fill(many), '');
      const counts = outcomes.map(({ warningTexts }) => warningTexts?.length);
      expect(outcomes.every(({ warnings }) => warnings === 30)).toBe(true);
      expect(counts.filter(count => count === 20).length).toBeGreaterThan(99);
    });

    it('are asked for again when they appear late', async () => {
      const quiet = "INSERT INTO people (name) VALUES ('fits')";
      const first = await runBatch([...Array(300).fill(quiet), warning()], '');
      expect(first.outcomes.at(-1)).toMatchObject({ warnings: 1 });
      expect(first.outcomes.at(-1)!.warningTexts).toBeUndefined();
      const second = await runBatch([quiet, warning()], '');
      expect(second.outcomes.map(o => o.warningTexts)).toEqual([
        undefined,
        [text],
      ]);
    });
  });

  describe('an end in the middle', () => {
    it('counts exactly what took effect, whenever cancel comes', async () => {
      const ends = { cancelled: 0, done: 0 };
      for (let i = 0; i < 250; i++) {
        await run('TRUNCATE counted');
        const batch = runBatch(inserts(100));
        const until = performance.now() + (i % 50) / 4;
        while (performance.now() < until) await delay(0);
        await session.cancel();
        const { outcomes, error } = await batch;
        const n = outcomes.length;
        expect(await countedRows()).toEqual([n, n, n]);
        expect(error?.name).toBe(
          n < 100 ? 'StatementCancelledError' : undefined,
        );
        ends[error ? 'cancelled' : 'done']++;
        expect(session.isOpen).toBe(true);
      }
      expect(ends.cancelled).toBeGreaterThan(0);
    });

    it('counts exactly what took effect when somebody else kills', async () => {
      const id = session.id.split('/')[0];
      let killed = 0;
      for (let i = 0; i < 100; i++) {
        await run('TRUNCATE counted');
        const batch = runBatch(inserts(200));
        await delay(i % 7);
        await query(other, `KILL QUERY ${id}`);
        const { outcomes, error } = await batch;
        const n = outcomes.length;
        expect(await countedRows()).toEqual([n, n, n]);
        expect(error?.code).toBe(n < 200 ? '1317' : undefined);
        if (error) killed++;
        // The mark may wait for the next statement.
        await run('DO 0').catch(() => {});
      }
      expect(killed).toBeGreaterThan(0);
    });

    it('tells of what was answered when the connection is lost', async () => {
      for (let i = 0; i < 20; i++) {
        const batch = runBatch(inserts(2_000));
        await delay(10 + i * 2);
        await query(other, `KILL CONNECTION ${session.id.split('/')[0]}`);
        const { outcomes, error } = await batch;
        const [rows] = await countedRows();
        expect(rows).toBeGreaterThanOrEqual(outcomes.length);
        expect(rows).toBeLessThanOrEqual(outcomes.length + 2_000);
        const whole = outcomes.length === 2_000;
        expect(error?.connectionLost).toBe(whole ? undefined : true);
        expect(error?.transient).toBe(whole ? undefined : false);
        await session.close();
        session = await open();
        await run('TRUNCATE counted');
      }
    });
  });
});
