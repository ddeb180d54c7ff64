import {
  describeStatementTraits,
  SqlDialect,
} from 'backstage-plugin-task-center-common';
import { SessionMemory } from './SessionMemory';

function remember(
  dialect: SqlDialect,
  statements: string[],
  inTransaction = false,
) {
  const memory = SessionMemory.create(dialect);
  statements.forEach((text, position) =>
    memory.note(
      position + 1,
      { text, line: position + 1 },
      describeStatementTraits(dialect, text),
      inTransaction,
    ),
  );
  return {
    settings: memory.settings.map(({ text }) => text),
    lost: memory.lostStatements,
  };
}

describe('SessionMemory', () => {
  it('keeps the last of each setting, in the order in which they were made', () => {
    expect(
      remember('mysql', [
        'USE shop',
        'SET foreign_key_checks = 0',
        'SET NAMES utf8mb4',
        'SELECT 1',
        'USE archive',
        'SET foreign_key_checks = 1',
      ]),
    ).toEqual({
      settings: [
        'SET NAMES utf8mb4',
        'USE archive',
        'SET foreign_key_checks = 1',
      ],
      lost: 0,
    });
  });

  it('does not take what cannot be had again for a setting', () => {
    expect(
      remember('mysql', [
        'SET @id = LAST_INSERT_ID()',
        'CREATE TEMPORARY TABLE t (id INT)',
      ]),
    ).toEqual({ settings: [], lost: 2 });
  });

  it('does not trust a setting of PostgreSQL that a transaction may take back', () => {
    const statements = ['SET search_path TO staging'];
    expect(remember('postgres', statements)).toEqual({
      settings: statements,
      lost: 0,
    });
    expect(remember('postgres', statements, true)).toEqual({
      settings: [],
      lost: 1,
    });
  });

  it('stays small, however many settings a script makes', () => {
    const { settings, lost } = remember(
      'mysql',
      Array.from({ length: 10_000 }, (_, n) => `SET timestamp = ${n}`),
    );
    expect(settings).toEqual(['SET timestamp = 9999']);
    expect(lost).toBe(0);
    const many = remember(
      'mysql',
      Array.from({ length: 10_000 }, (_, n) => `SET option_${n} = 1`),
    );
    expect(many.settings.length).toBeLessThan(1_000);
    expect(many.lost).toBe(10_000 - many.settings.length);
  });
});
