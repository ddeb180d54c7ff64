import {
  DatabaseError,
  ExecuteOptions,
  StatementOutcome,
} from 'backstage-plugin-task-center-node';
import { ResultRow } from 'backstage-plugin-task-center-common';
import {
  Connection,
  FieldPacket,
  ResultSetHeader,
  TypeCastField,
} from 'mysql2';
import { describeColumn, isBinaryColumn } from './describeColumn';
import { SinkQueue } from './SinkQueue';
import { toDatabaseError } from './toDatabaseError';

const BATCH_ROWS = 500;
const BATCH_CHARACTERS = 64 * 1024;
const INTERRUPTED = '1317';

/**
 * One statement on its way through a connection.
 *
 * @internal
 */
export class StatementRun {
  /** Resolves with the server's last word about the statement, or with the loss of the connection. */
  readonly ended: Promise<void>;
  hasEnded = false;
  error?: DatabaseError;
  readonly outcome: StatementOutcome = {};
  resultSets = 0;
  truncated = false;

  private readonly queue: SinkQueue;
  private readonly connection: Connection;
  private readonly maxRows: number;
  private readonly onNotWanted: () => void;
  private resolveEnded!: () => void;
  private binary: boolean[] = [];
  private column = 0;
  private rows: ResultRow[] = [];
  private characters = 0;
  private accepted = 0;
  private open = false;

  /**
   * @param onNotWanted - called when no more rows are wanted, because of the limit or because the sink has failed
   */
  constructor(
    connection: Connection,
    sql: string,
    { sink, maxRows }: ExecuteOptions,
    onNotWanted: () => void,
  ) {
    this.connection = connection;
    this.maxRows = maxRows;
    this.onNotWanted = onNotWanted;
    this.ended = new Promise(resolve => {
      this.resolveEnded = resolve;
    });
    this.queue = new SinkQueue(sink, {
      hold: () => connection.pause(),
      release: () => connection.resume(),
      onFailure: onNotWanted,
    });
    this.send(sql);
  }

  /** Whether it was ended on the server after the sink had got all the rows that it may get. */
  get wasStopped(): boolean {
    return this.truncated && this.error?.code === INTERRUPTED;
  }

  /** What the sink threw. */
  get sinkFailure(): unknown {
    return this.queue.failure;
  }

  /** Keeps nothing of what still comes. */
  discard(): void {
    this.rows = [];
    this.queue.discard();
  }

  /** Says that the connection is gone. */
  lose(error: DatabaseError): void {
    this.error ??= error;
    this.finish();
  }

  /** Resolves when the sink has taken in everything. */
  drained(): Promise<void> {
    return this.queue.drained();
  }

  private send(sql: string): void {
    const query = this.connection.query({
      sql,
      typeCast: (field: TypeCastField) => this.readValue(field),
    });
    query.on('fields', (fields: unknown) => {
      this.endResultSet();
      if (Array.isArray(fields)) this.beginResultSet(fields);
    });
    query.on('result', (result: unknown) => {
      if (this.open) this.addRow(result as ResultRow);
      else this.addOutcome(result as ResultSetHeader);
    });
    query.on('error', error => {
      this.error ??= toDatabaseError(error);
    });
    query.on('end', () => this.finish());
  }

  private beginResultSet(fields: FieldPacket[]): void {
    this.resultSets++;
    this.open = true;
    this.accepted = 0;
    this.column = 0;
    this.truncated = false;
    this.binary = fields.map(isBinaryColumn);
    const columns = fields.map(describeColumn);
    // mysql2 puts the names into a parser that it generates, and drops the connection over one like __proto__.
    fields.forEach((field, index) => {
      field.name = String(index);
    });
    this.queue.add(sink => sink.begin(columns));
  }

  // Called by mysql2 for one value after the other, a row's columns in order.
  private readValue(field: TypeCastField): string | null {
    const binary = this.binary[this.column];
    this.column = this.column + 1 === this.binary.length ? 0 : this.column + 1;
    if (this.truncated) {
      field.buffer();
      return null;
    }
    let value: string | null;
    if (binary) {
      const bytes = field.buffer();
      value = bytes && `0x${bytes.toString('hex')}`;
    } else {
      value = field.type === 'JSON' ? field.string('utf8') : field.string();
    }
    if (value !== null) {
      this.characters += value.length;
    }
    return value;
  }

  private addRow(row: ResultRow): void {
    if (this.accepted < this.maxRows) {
      this.accepted++;
      this.rows.push(row);
      if (
        this.rows.length >= BATCH_ROWS ||
        this.characters >= BATCH_CHARACTERS
      ) {
        this.flush();
      }
    } else if (!this.truncated) {
      this.truncated = true;
      this.onNotWanted();
    }
  }

  private flush(): void {
    const rows = this.rows;
    this.rows = [];
    this.characters = 0;
    if (rows.length > 0) {
      this.queue.add(sink => sink.rows(rows));
    }
  }

  private endResultSet(): void {
    if (this.open) {
      this.open = false;
      this.flush();
      const { truncated } = this;
      this.queue.add(sink => sink.end(truncated));
    }
  }

  private addOutcome({ affectedRows, warningStatus }: ResultSetHeader): void {
    const { outcome } = this;
    outcome.affectedRows = (outcome.affectedRows ?? 0) + affectedRows;
    outcome.warnings = (outcome.warnings ?? 0) + (warningStatus ?? 0);
  }

  private finish(): void {
    if (!this.hasEnded) {
      this.hasEnded = true;
      if (!this.error || this.wasStopped) this.endResultSet();
      else this.flush();
      this.resolveEnded();
    }
  }
}
