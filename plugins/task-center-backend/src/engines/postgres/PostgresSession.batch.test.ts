import {
  DatabaseSession,
  StatementOutcome,
} from 'backstage-plugin-task-center-node';
import { setTimeout as delay } from 'node:timers/promises';
import { ignoringRows, query } from '../__testUtils__/mariadb';
import {
  openPostgresSession,
  postgresConnection,
} from '../__testUtils__/postgres';
import { startMutingProxy } from '../__testUtils__/startMutingProxy';

jest.setTimeout(180_000);

const SCRIPTS = 250;
const SCHEMA = `task_center_batch_${process.pid}`;

const TABLES = `
  CREATE TABLE item (id int PRIMARY KEY, v int CHECK (v < 90));
  CREATE TABLE timed (n int, at timestamptz DEFAULT now());
  CREATE TABLE late (id int, ref int REFERENCES item DEFERRABLE INITIALLY DEFERRED);
  CREATE TABLE seen (n serial, what text);
  CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.v = 7 THEN RAISE WARNING 'seven at %', NEW.id; END IF;
      IF NEW.v = 8 THEN RAISE NOTICE 'eight at %', NEW.id; END IF;
      IF NEW.v = 9 THEN RAISE EXCEPTION 'no nine'; END IF;
      INSERT INTO seen (what) VALUES (NEW.id || '/' || NEW.v);
      RETURN NEW;
    END $$;
  CREATE TRIGGER note BEFORE INSERT OR UPDATE ON item FOR EACH ROW EXECUTE FUNCTION note();`;

type Told = StatementOutcome | { code: string; message: string };

describe('batches of a PostgresSession', () => {
  let alone: DatabaseSession;
  let together: DatabaseSession;

  const setUp = async (session: DatabaseSession, schema: string) => {
    await query(session, `CREATE SCHEMA ${schema}`);
    await query(session, `SET search_path TO ${schema}`);
    for (const sql of TABLES.split(/;\n(?=\s*CREATE|$)/)) {
      if (sql.trim()) await query(session, sql);
    }
  };

  beforeAll(async () => {
    alone = await openPostgresSession();
    together = await openPostgresSession();
    await setUp(alone, `${SCHEMA}_a`);
    await setUp(together, `${SCHEMA}_b`);
  });

  afterAll(async () => {
    await query(alone, `DROP SCHEMA ${SCHEMA}_a, ${SCHEMA}_b CASCADE`);
    await alone.close();
    await together.close();
  });

  beforeEach(async () => {
    for (const session of [alone, together]) {
      await query(session, 'ROLLBACK');
      await query(session, 'TRUNCATE item, late, seen RESTART IDENTITY');
    }
  });

  const tell = (error: any): Told => {
    const { code, sqlState, message, transient, transactionLost } = error;
    const told = { name: error.name, code, sqlState, message };
    return { ...told, transient, transactionLost } as Told;
  };

  const canBatch = (sql: string) => together.canBatch!(sql);

  const runAlone = async (script: string[], stop: boolean) => {
    const told: Told[] = [];
    for (const sql of script) {
      try {
        told.push(await alone.execute(sql, ignoringRows()));
      } catch (error) {
        told.push(tell(error));
        if (stop) break;
      }
    }
    return told;
  };

  const runTogether = async (
    script: string[],
    stop: boolean,
    random: () => number,
  ) => {
    const told: Told[] = [];
    while (told.length < script.length) {
      const from = told.length;
      const most = 1 + Math.floor(random() * 12);
      let to = from;
      while (to < script.length && to < from + most && canBatch(script[to])) {
        to++;
      }
      try {
        if (to > from) {
          await together.executeBatch!(script.slice(from, to), {
            onSuccess: outcome => told.push(outcome),
          });
        } else {
          told.push(await together.execute(script[from], ignoringRows()));
        }
      } catch (error) {
        told.push(tell(error));
        if (stop) break;
      }
    }
    return told;
  };

  const contentOf = async (session: DatabaseSession) => {
    const content: unknown[] = [];
    for (const sql of [
      'SELECT id, v FROM item ORDER BY id',
      'SELECT * FROM late ORDER BY id, ref',
      'SELECT * FROM seen ORDER BY n',
    ]) {
      content.push((await query(session, sql, 10_000))[0].rows);
    }
    return content;
  };

  it(`means the same as one by one in ${SCRIPTS} random scripts`, async () => {
    const seen = { batched: 0, failed: 0, warned: 0, inTransaction: 0 };
    for (let seed = 1; seed <= SCRIPTS; seed++) {
      const random = createRandom(seed);
      const script = createScript(random);
      const stop = random() < 0.3;
      const expected = await runAlone(script, stop);
      const found = await runTogether(script, stop, random);
      expect({ seed, script, told: found }).toEqual({
        seed,
        script,
        told: expected,
      });
      for (const session of [alone, together]) {
        await query(session, 'COMMIT').catch(() => {});
      }
      expect(await contentOf(together)).toEqual(await contentOf(alone));
      seen.batched += script.filter(canBatch).length;
      seen.failed += found.filter(told => 'code' in told).length;
      seen.warned += found.filter(
        told => 'warnings' in told && told.warnings,
      ).length;
      seen.inTransaction += found.filter(
        told => 'inTransaction' in told && told.inTransaction,
      ).length;
      for (const session of [alone, together]) {
        await query(session, 'TRUNCATE item, late, seen RESTART IDENTITY');
      }
    }
    expect(Object.values(seen).every(count => count > SCRIPTS)).toBe(true);
  });

  it('gives every statement a time of its own, unless a transaction is open', async () => {
    const statements = Array.from(
      { length: 20 },
      (_, i) => `INSERT INTO timed (n) VALUES (${i})`,
    );
    const times = async () =>
      (await query(together, 'SELECT count(DISTINCT at) FROM timed'))[0].rows;
    await together.executeBatch!(statements, { onSuccess: () => {} });
    expect(await times()).toEqual([['20']]);
    await query(together, 'TRUNCATE timed');
    await query(together, 'BEGIN');
    await together.executeBatch!(statements, { onSuccess: () => {} });
    expect(await times()).toEqual([['1']]);
  });

  it.each([
    ['INSERT INTO t VALUES (1)', true],
    ['  -- why\n/* so */ update t set a = 1', true],
    ['DELETE FROM t', true],
    ['INSERT INTO t VALUES (1) RETURNING id', false],
    ['WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x', false],
    ['SELECT 1', false],
    ['COMMIT', false],
    ['INSERTED', false],
    [`INSERT INTO t VALUES ('${'x'.repeat(70_000)}')`, false],
  ])('knows what may share a request: %.60s', (sql, expected) => {
    expect(canBatch(sql)).toBe(expected);
  });

  describe('answers', () => {
    let session: DatabaseSession;
    const LOCK = process.pid;
    const short = 'INSERT INTO seen (what) VALUES (1)';
    const long = 'INSERT INTO seen (what) SELECT 1 FROM pg_sleep(0.005)';
    const locked = `INSERT INTO seen (what) SELECT 1 WHERE pg_advisory_lock_shared(${LOCK}) IS NOT NULL`;

    /** Runs a batch until the server waits in its last statement, then to its end. Gives how many were answered before. */
    const countAnswered = async (before: number) => {
      await query(alone, `SELECT pg_advisory_lock(${LOCK})`);
      let answered = 0;
      const batch = session.executeBatch!(
        [...Array(before).fill(short), locked],
        { onSuccess: () => answered++ },
      );
      const waiting = `SELECT 1 FROM pg_locks WHERE NOT granted AND pid = ${
        session.id.split('/')[0]
      }`;
      while ((await query(alone, waiting))[0].rows.length === 0) {
        await delay(5);
      }
      // What it has sent before that arrives before this.
      await query(alone, 'SELECT 1 FROM pg_sleep(0.2)');
      const soFar = answered;
      await query(alone, `SELECT pg_advisory_unlock(${LOCK})`);
      await batch;
      expect(answered).toBe(before + 1);
      await query(session, 'SELECT pg_advisory_unlock_all()');
      return soFar;
    };

    beforeEach(async () => {
      session = await openPostgresSession();
      await query(session, `SET search_path TO ${SCHEMA}_b`);
    });

    afterEach(async () => {
      await session.close();
    });

    it.each([
      ['outside of a transaction', 'ROLLBACK'],
      ['in a transaction', 'BEGIN'],
    ])('come when a statement is done, %s', async (_, first) => {
      await query(session, first);
      // Nothing is known of the pace of the first batch.
      expect(await countAnswered(1)).toBe(1);
      await session.executeBatch!(Array(5).fill(long), {
        onSuccess: () => {},
      });
      expect(await countAnswered(37)).toBe(37);
      await session.executeBatch!(Array(250).fill(short), {
        onSuccess: () => {},
      });
      // Either because they share an answer by now, or because the server is slow.
      expect([32, 37]).toContain(await countAnswered(37));
    });
  });

  it('tells its caller what the caller threw, and goes on', async () => {
    const broken = new Error('no place for an outcome');
    let calls = 0;
    const batch = together.executeBatch!(
      Array(10).fill('INSERT INTO seen (what) VALUES (1)'),
      {
        onSuccess: () => {
          calls++;
          if (calls === 7) throw broken;
        },
      },
    );
    await expect(batch).rejects.toBe(broken);
    expect(calls).toBe(7);
    const [{ rows }] = await query(together, 'SELECT count(*) FROM seen');
    expect(rows).toEqual([['10']]);
  });

  it.each([
    ['outside of a transaction', 'ROLLBACK', '10'],
    ['in a transaction', 'BEGIN', '0'],
  ])(
    'leaves the loss of a session to the next statement when all were answered, %s',
    async (_, first, stored) => {
      const proxy = await startMutingProxy(postgresConnection());
      const session = await openPostgresSession({
        host: '127.0.0.1',
        port: proxy.port,
      });
      try {
        await query(session, `SET search_path TO ${SCHEMA}_b`);
        await query(session, first);
        proxy.mute();
        let answered = 0;
        await session.executeBatch!(
          Array(10).fill('INSERT INTO seen (what) VALUES (1)'),
          { onSuccess: () => answered++ },
        );
        expect(answered).toBe(10);
        await expect(query(session, 'SELECT 1')).rejects.toMatchObject({
          connectionLost: true,
          transient: true,
        });
      } finally {
        proxy.unmute();
        await session.close();
        await proxy.stop();
      }
      const [{ rows }] = await query(together, 'SELECT count(*) FROM seen');
      expect(rows).toEqual([[stored]]);
    },
  );

  describe('ended from outside', () => {
    const statements = Array.from(
      { length: 1_000 },
      (_, i) => `INSERT INTO item (id, v) SELECT ${i}, 1 FROM pg_sleep(0.003)`,
    );
    const stored = async () =>
      Number(
        (await query(alone, `SELECT count(*) FROM ${SCHEMA}_b.item`))[0]
          .rows[0][0],
      );

    it.each([
      ['outside of a transaction', false],
      ['in a transaction', true],
    ])('tells what was done before a cancel %s', async (_, inTransaction) => {
      for (let wait = 0; wait < 400; wait += 37) {
        if (inTransaction) await query(together, 'BEGIN');
        let done = 0;
        const outcome = together.executeBatch!(statements, {
          onSuccess: () => done++,
        }).catch(error => error.name);
        await delay(wait);
        await together.cancel();
        expect(await outcome).toBe('StatementCancelledError');
        const transactionLost = await query(together, 'COMMIT').then(
          () => false,
          error => error.transactionLost,
        );
        expect({ transactionLost, stored: await stored() }).toEqual({
          transactionLost: inTransaction,
          stored: inTransaction ? 0 : done,
        });
        await query(together, 'TRUNCATE item CASCADE');
      }
    });

    it('tells what was done before the session was lost', async () => {
      const lost = await openPostgresSession();
      await query(lost, `SET search_path TO ${SCHEMA}_b`);
      let done = 0;
      const outcome = lost.executeBatch!(statements, {
        onSuccess: () => done++,
      }).catch(error => error);
      await delay(300);
      await query(
        alone,
        `SELECT pg_terminate_backend(${lost.id.split('/')[0]})`,
      );
      expect(await outcome).toMatchObject({
        connectionLost: true,
        transient: false,
      });
      await lost.close();
      expect(done).toBeGreaterThan(0);
      expect([done, done + 1]).toContain(await stored());
    });
  });
});

// mulberry32
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function createScript(random: () => number): string[] {
  const number = (below: number) => Math.floor(random() * below);
  const id = () => number(25);
  const v = () => (random() < 0.1 ? 95 : number(12));
  const writes = [
    () => `INSERT INTO item (id, v) VALUES (${id()}, ${v()})`,
    () =>
      `INSERT INTO item (id, v) VALUES (${id()}, ${v()}) ON CONFLICT (id) DO UPDATE SET v = item.v + 1`,
    () =>
      `INSERT INTO item (id, v) SELECT g, ${v()} FROM generate_series(${id()}, ${id()}) g ON CONFLICT DO NOTHING`,
    () => `UPDATE item SET v = v + 1 WHERE id % ${number(4)} = 1`,
    () => `UPDATE item SET v = ${v()} WHERE id = ${id()}`,
    () => `DELETE FROM item WHERE id > ${15 + number(10)}`,
    () => `INSERT INTO late VALUES (${id()}, ${id()})`,
    () => `DELETE FROM late WHERE id < ${id()}`,
    () => `INSERT INTO late SELECT count(*), max(id) FROM item`,
    () => `INSERT INTO nowhere VALUES (1)`,
    () => `INSERT INTO item VALUES (${id()}, 'x')`,
    () => `INSERT INTO seen (what) VALUES (currval('seen_n_seq'))`,
  ];
  const others = [
    'BEGIN',
    'COMMIT',
    'ROLLBACK',
    'SAVEPOINT s',
    'ROLLBACK TO s',
    'SELECT count(*) FROM item',
    "SELECT set_config('task.x', (SELECT count(*) FROM seen)::text, false)",
    'INSERT INTO item (id, v) VALUES (100, 1) ON CONFLICT DO NOTHING RETURNING id',
    'SET CONSTRAINTS ALL IMMEDIATE',
  ];
  return Array.from({ length: 10 + number(30) }, () =>
    random() < 0.8
      ? writes[number(writes.length)]()
      : others[number(others.length)],
  );
}
