/*
 * The process that runs SQLite. Node.js loads this file by itself, as TypeScript or built, so it imports nothing of
 * this package but types and files like itself, and has only syntax that can be erased.
 */
import Database from 'better-sqlite3';
import { Worker } from 'node:worker_threads';
import type { StatementOutcome } from 'backstage-plugin-task-center-node';
// With its ending, without which Node.js does not find it.
import { ExactText, hasReplacement } from './ExactText.ts';
import { explain, type Operation } from './explain.ts';
import type { SqliteReply, SqliteRequest } from './sqliteProtocol';
import { toHex } from './toHex.ts';

/**
 * The argument that makes a process of this file; without it nothing happens here.
 *
 * @internal
 */
export const SQLITE_PROCESS_MARK = 'task-center-sqlite-session';

/**
 * Where this file is. Empty in the process itself, which has no use for it.
 *
 * @internal
 */
export const SQLITE_PROCESS_FILE =
  typeof __filename === 'string' ? __filename : '';

const BATCH_ROWS = 500;
const BATCH_CHARACTERS = 64 * 1024;
const BATCHES_AHEAD = 4;
const BUSY_TIMEOUT_MS = 5_000;
const DIGIT_SEVEN = 55;

// SQLite blocks the main thread, so only another thread can notice that the backend has died meanwhile.
const WATCHDOG = `
  const { parent } = require('node:worker_threads').workerData;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  }, 200);
`;

type ValueWriter = (value: unknown) => string | null;

class RefusedError extends Error {}

// The columns go out with the first rows, because the type of a computed column shows only in its values.
class RowBatch {
  private readonly columns: Database.ColumnDefinition[];
  private readonly types: (string | undefined)[];
  private readonly toText: ValueWriter;
  private readonly exact: ExactText;
  private rows: (string | null)[][] = [];
  private characters = 0;
  private added = 0;
  private begun = false;
  /** How many values of text could not be read without loss. */
  lossy = 0;

  constructor(
    columns: Database.ColumnDefinition[],
    toText: ValueWriter,
    exact: ExactText,
  ) {
    this.columns = columns;
    this.types = columns.map(column => column.type?.toUpperCase());
    this.toText = toText;
    this.exact = exact;
  }

  get isFull(): boolean {
    return (
      this.rows.length >= BATCH_ROWS || this.characters >= BATCH_CHARACTERS
    );
  }

  add(values: unknown[]): void {
    const row = values.some(hasReplacement) ? this.readAgain(values) : values;
    for (let i = 0; i < row.length; i++) {
      const value = row[i];
      if (!this.begun) this.types[i] ||= storageClassOf(value);
      const text = this.toText(value);
      if (text !== null) this.characters += text.length;
      row[i] = text;
    }
    this.added++;
    this.rows.push(row as (string | null)[]);
  }

  *flush(): Generator<SqliteReply, void> {
    if (!this.begun) {
      this.begun = true;
      yield {
        type: 'begin',
        columns: this.columns.map(({ name }, index) => ({
          name,
          type: this.types[index] || 'NULL',
        })),
      };
    }
    if (this.rows.length > 0) {
      const { rows } = this;
      this.rows = [];
      this.characters = 0;
      yield { type: 'rows', rows };
    }
  }

  private readAgain(row: unknown[]): unknown[] {
    const exact = this.exact.read(this.added, row);
    if (!exact) this.lossy += row.filter(hasReplacement).length;
    return exact ?? row;
  }
}

/** How many rows are wanted, which can become fewer while they are read. */
interface WantedRows {
  max: number;
}

function serve(parent: number): void {
  // The terminal sends these to every process at once; the backend decides when a session ends.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => {});
  process.on('disconnect', () => process.exit());
  new Worker(WATCHDOG, {
    eval: true,
    execArgv: [],
    workerData: { parent },
  }).unref();

  let session: ReturnType<typeof openDatabase>;
  let running: ReturnType<typeof session.run> | undefined;
  let wasInTransaction = false;
  let wanted: WantedRows = { max: 0 };
  let credit = 0;

  const advance = () => {
    while (running && credit > 0) {
      const step = running.next();
      if (step.done) running = undefined;
      if (step.value.type === 'rows') credit--;
      reply(step.done ? session.stamp(step.value) : step.value);
    }
  };

  const handle = (request: SqliteRequest) => {
    switch (request.type) {
      case 'open':
        session = openDatabase(request.filename);
        reply({ type: 'opened', version: session.version });
        break;
      case 'execute':
        wasInTransaction = session.inTransaction();
        wanted = { max: request.maxRows };
        running = session.run(request.sql, wanted);
        credit = BATCHES_AHEAD;
        advance();
        break;
      case 'more':
        credit++;
        advance();
        break;
      case 'enough':
        wanted.max = 0;
        credit++;
        advance();
        break;
      case 'stop':
        if (running) {
          reply(session.stamp(running.return({ type: 'done' }).value));
          running = undefined;
        }
        break;
      default:
        session.close();
        process.disconnect();
    }
  };

  process.on('message', (request: SqliteRequest) => {
    try {
      handle(request);
    } catch (error) {
      running = undefined;
      reply(toFailure(error, wasInTransaction, session?.inTransaction()));
    }
  });
}

function openDatabase(filename: string) {
  const database = new Database(filename, {
    fileMustExist: true,
    timeout: BUSY_TIMEOUT_MS,
  });
  const version = String(
    database.prepare('SELECT sqlite_version()').pluck().get(),
  );
  const changes = database
    .prepare('SELECT total_changes(), changes()')
    .raw() as Database.Statement<[], [number, number]>;
  // Opening a file reads nothing of it: only this tells whether it is a database.
  database.prepare('SELECT count(*) FROM sqlite_schema').get();
  const toText = createValueWriter();

  function* run(
    sql: string,
    wanted: WantedRows,
  ): Generator<SqliteReply, SqliteReply> {
    const statement = prepare(database, sql);
    if (!statement.reader) {
      return { type: 'done', affectedRows: statement.run().changes };
    }
    const [before] = changes.get()!;
    const columns = statement.columns().length;
    const exact = new ExactText(database, { sql, columns }, toText);
    const lossy = yield* readRows(statement, wanted, toText, exact);
    const remark = describeLoss(lossy);
    if (statement.readonly || /^\s*pragma\b/i.test(sql)) {
      return { type: 'done', ...remark };
    }
    const [after, changed] = changes.get()!;
    const affectedRows = after === before ? 0 : changed;
    return { type: 'done', affectedRows, ...remark };
  }

  const inTransaction = () => database.inTransaction;
  const stamp = (outcome: SqliteReply): SqliteReply =>
    outcome.type === 'done'
      ? { ...outcome, inTransaction: inTransaction() }
      : outcome;

  return { version, run, stamp, inTransaction, close: () => database.close() };
}

function* readRows(
  statement: Database.Statement,
  wanted: WantedRows,
  toText: ValueWriter,
  exact: ExactText,
): Generator<SqliteReply, number> {
  const batch = new RowBatch(statement.columns(), toText, exact);
  const rows = statement.raw().safeIntegers().iterate() as Iterable<unknown[]>;
  let accepted = 0;
  let truncated = false;
  try {
    for (const row of rows) {
      if (accepted >= wanted.max) {
        truncated = true;
        if (statement.readonly) break;
        continue;
      }
      accepted++;
      batch.add(row);
      if (batch.isFull) yield* batch.flush();
    }
  } catch (error) {
    if (accepted > 0) yield* batch.flush();
    throw error;
  } finally {
    exact.close();
  }
  yield* batch.flush();
  yield { type: 'end', truncated };
  return batch.lossy;
}

// What reaches beyond the database file is not for a script to do. SQLite itself is asked what a statement would do,
// because a word in a string or a comment means nothing.
function prepare(database: Database.Database, sql: string): Database.Statement {
  if (sql.includes('\0')) {
    throw new RefusedError('The statement contains a NUL character');
  }
  const statement = database.prepare(sql);
  if (/attach|vacuum|load_extension/i.test(sql)) {
    const refused = findForbidden(database, sql, statement.reader);
    if (refused) {
      throw new RefusedError(`${refused} is not allowed in a task`);
    }
  }
  return statement;
}

function findForbidden(
  database: Database.Database,
  sql: string,
  returnsRows: boolean,
): string | undefined {
  let program: Operation[];
  try {
    program = explain(database, sql);
  } catch {
    // An EXPLAIN itself, which runs nothing, or something that hides what it is.
    return returnsRows ? undefined : 'This statement';
  }
  for (const { opcode, p2, p4 } of program) {
    if (opcode === 'Vacuum' && p2 > 0) return 'VACUUM INTO';
    if (p4?.startsWith('sqlite_attach(')) return 'ATTACH';
    if (p4?.startsWith('load_extension(')) return 'load_extension()';
  }
  return undefined;
}

function storageClassOf(value: unknown): string | undefined {
  if (value === null) return undefined;
  if (typeof value === 'bigint') return 'INTEGER';
  if (typeof value === 'number') return 'REAL';
  return typeof value === 'string' ? 'TEXT' : 'BLOB';
}

function createValueWriter(): ValueWriter {
  const real = new Database(':memory:')
    .prepare('SELECT CAST(? AS TEXT)')
    .pluck();

  return value => {
    if (value === null || typeof value === 'string') return value;
    if (typeof value === 'bigint') return value.toString();
    if (typeof value === 'number') {
      return simpleReal(value) ?? (real.get(value) as string);
    }
    return toHex(value as Buffer);
  };
}

function describeLoss(values: number): StatementOutcome {
  const message = `U+FFFD stands for bytes that are not text in ${values} of the values`;
  return values === 0 ? {} : { warnings: 1, warningTexts: [{ message }] };
}

// SQLite writes up to 17 digits, and fewer where it finds that they give the same number. It always finds that for up
// to 13 digits that begin with no more than a 7: they differ from the number itself by less than ten in the 17th digit.
// In all other cases only SQLite knows what it writes.
function simpleReal(value: number): string | undefined {
  const size = Math.abs(value);
  if (!(size >= 1 && size < 1e13)) {
    return undefined;
  }
  const text = String(value);
  const firstDigit = text.charCodeAt(value < 0 ? 1 : 0);
  if (text.length > 14 || firstDigit > DIGIT_SEVEN) {
    return undefined;
  }
  return text.includes('.') ? text : `${text}.0`;
}

function toFailure(
  error: unknown,
  wasInTransaction: boolean,
  inTransaction = false,
): SqliteReply {
  const transactionLost = wasInTransaction && !inTransaction;
  const { code, message } = error as Error & { code?: string };
  if (error instanceof RefusedError) {
    return { type: 'failed', message };
  }
  if (code?.startsWith('SQLITE_BUSY')) {
    const seconds = BUSY_TIMEOUT_MS / 1000;
    return {
      type: 'failed',
      code,
      message: `${message}: something else has held it for ${seconds} seconds`,
      transient: mayPass(code, wasInTransaction),
      transactionLost,
    };
  }
  if (message.startsWith('Too few parameter values')) {
    return {
      type: 'failed',
      message: 'The statement has parameters, which a script cannot fill in',
    };
  }
  const transient = mayPass(code, wasInTransaction);
  return { type: 'failed', code, message, transient, transactionLost };
}

// A transaction that has read what another one has changed since can never write, however often it tries.
function mayPass(code: string | undefined, wasInTransaction: boolean): boolean {
  return (
    /^SQLITE_(BUSY|LOCKED)/.test(code ?? '') &&
    !(wasInTransaction && code === 'SQLITE_BUSY_SNAPSHOT')
  );
}

function reply(message: SqliteReply): void {
  process.send?.(message);
}

if (process.argv[2] === SQLITE_PROCESS_MARK) {
  serve(Number(process.argv[4]));
}
