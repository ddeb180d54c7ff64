import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabaseFile } from './createDatabaseFile';
import { createExampleDatabases } from './createExampleDatabases';

jest.setTimeout(60_000);

describe('createExampleDatabases', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'example-databases-'));
  });

  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  const ask = (name: string, sql: string) => {
    const database = new Database(join(directory, name), { readonly: true });
    try {
      return database.prepare(sql).pluck().get();
    } finally {
      database.close();
    }
  };

  it('creates both, with rows of every kind that is hard to show', async () => {
    await createExampleDatabases(directory);

    expect(readdirSync(directory).sort()).toEqual([
      'inventory.sqlite',
      'orders.sqlite',
    ]);
    const orders = (where: string) =>
      ask('orders.sqlite', `SELECT count(*) FROM orders WHERE ${where}`);
    expect(orders('1')).toBe(120_000);
    expect(orders('shipped_at IS NULL')).toBeGreaterThan(1_000);
    expect(orders(`gift_message LIKE '%"%'`)).toBeGreaterThan(100);
    expect(orders("gift_message LIKE '%' || char(10) || '%'")).toBeGreaterThan(
      100,
    );
    expect(orders("gift_message LIKE '%🎂%'")).toBeGreaterThan(100);
    expect(orders('length(exchange_rate) >= 20')).toBe(120_000);
    expect(orders("typeof(total_eur) IN ('real', 'integer')")).toBe(120_000);
    expect(orders("typeof(signature) = 'blob'")).toBeGreaterThan(1_000);
    expect(ask('inventory.sqlite', 'SELECT count(*) FROM movements')).toBe(
      60_000,
    );
    for (const name of readdirSync(directory)) {
      expect(ask(name, 'PRAGMA integrity_check')).toBe('ok');
      expect(ask(name, 'PRAGMA foreign_key_check')).toBeUndefined();
    }
  });

  it('keeps what is there, and fills a missing one with the same rows', async () => {
    const digest = (name: string) =>
      createHash('sha256')
        .update(readFileSync(join(directory, name)))
        .digest('hex');
    await createExampleDatabases(directory);
    const orders = digest('orders.sqlite');
    const inventory = new Database(join(directory, 'inventory.sqlite'));
    inventory.exec('DROP TABLE movements');
    inventory.close();
    const changed = digest('inventory.sqlite');
    rmSync(join(directory, 'orders.sqlite'));

    await createExampleDatabases(directory);

    expect(digest('orders.sqlite')).toBe(orders);
    expect(digest('inventory.sqlite')).toBe(changed);
  });

  it('leaves nothing of one that could not be filled', () => {
    expect(() =>
      createDatabaseFile(join(directory, 'broken.sqlite'), database => {
        database.exec('CREATE TABLE t (a)');
        throw new Error('disk full');
      }),
    ).toThrow('disk full');
    expect(readdirSync(directory)).toEqual([]);
  });
});
