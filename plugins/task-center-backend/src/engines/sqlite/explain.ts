import type { Database } from 'better-sqlite3';

/**
 * A step of a program.
 *
 * @internal
 */
export interface Operation {
  opcode: string;
  p2: number;
  p4: string | null;
}

/**
 * The program that SQLite would run for a statement.
 *
 * @internal
 */
export function explain(database: Database, sql: string): Operation[] {
  return database.prepare<[], Operation>(`EXPLAIN ${sql}`).all();
}
