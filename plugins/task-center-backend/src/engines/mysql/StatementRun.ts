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
import { ResultFeed } from './ResultFeed';
import { ServerRequest } from './ServerRequest';
import { toDatabaseError } from './toDatabaseError';
import { hasStatus, listenToEof } from './wire';

const INTERRUPTED = '1317';

/**
 * One statement on its way through a connection.
 *
 * @internal
 */
export class StatementRun implements ServerRequest {
  readonly ended: Promise<void>;
  hasEnded = false;
  error?: DatabaseError;
  readonly outcome: StatementOutcome = {};
  status?: number;
  /** The last row that came, as far as its values were wanted. */
  lastRow?: ResultRow;

  private readonly feed: ResultFeed;
  private readonly connection: Connection;
  private resolveEnded!: () => void;
  private binary: boolean[] = [];
  private column = 0;
  private characters = 0;

  /**
   * @param onNotWanted - called when no more rows are wanted, because of the limit or because the sink has failed
   */
  constructor(
    connection: Connection,
    sql: string,
    options: ExecuteOptions,
    onNotWanted: () => void,
  ) {
    this.connection = connection;
    this.ended = new Promise(resolve => {
      this.resolveEnded = resolve;
    });
    const flow = {
      hold: () => connection.pause(),
      release: () => connection.resume(),
    };
    this.feed = ResultFeed.create(options, flow, onNotWanted);
    this.send(sql);
  }

  /** Whether it was ended on the server after the sink had got all the rows that it may get. */
  get wasStopped(): boolean {
    return this.feed.truncated && this.error?.code === INTERRUPTED;
  }

  /** Whether a result set has reached the sink. */
  get hasDelivered(): boolean {
    return this.feed.hasDelivered;
  }

  get isHeld(): boolean {
    return this.feed.isHolding;
  }

  /** What the sink threw. */
  get sinkFailure(): unknown {
    return this.feed.failure;
  }

  discard(): void {
    this.feed.discard();
  }

  lose(error: DatabaseError): void {
    this.error ??= error;
    this.finish();
  }

  drained(): Promise<void> {
    return this.feed.drained();
  }

  /** It has done its work, so the sink is told the end of every result set, whatever was discarded of them. */
  complete(): Promise<void> {
    return this.feed.complete();
  }

  // The server always has a last word about a statement that was sent alone.
  settle(): void {}

  private send(sql: string): void {
    const query = this.connection.query({
      sql,
      typeCast: (field: TypeCastField) => this.readValue(field),
    });
    // The last word counts.
    listenToEof(query, packet =>
      this.note(packet.eofStatusFlags(), packet.eofWarningCount()),
    );
    query.on('fields', (fields: unknown) => {
      this.feed.end();
      if (Array.isArray(fields)) this.beginResultSet(fields);
    });
    query.on('result', (result: unknown) => {
      if (this.feed.isOpen) this.addRow(result as ResultRow);
      else this.addOutcome(result as ResultSetHeader);
    });
    query.on('error', error => {
      this.error ??= toDatabaseError(error);
    });
    query.on('end', () => this.finish());
  }

  private note(status: number, warnings: number): void {
    this.status = status;
    this.outcome.warnings = warnings;
    this.outcome.inTransaction = hasStatus(status, 'inTransaction');
  }

  private beginResultSet(fields: FieldPacket[]): void {
    this.column = 0;
    this.binary = fields.map(isBinaryColumn);
    this.feed.begin(fields.map(describeColumn));
    // mysql2 puts the names into a parser that it generates, and drops the connection over one like __proto__.
    fields.forEach((field, index) => {
      field.name = String(index);
    });
  }

  // Called by mysql2 for one value after the other, a row's columns in order.
  private readValue(field: TypeCastField): string | null {
    const binary = this.binary[this.column];
    this.column = this.column + 1 === this.binary.length ? 0 : this.column + 1;
    if (this.feed.truncated) {
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
    const { characters } = this;
    this.characters = 0;
    this.lastRow = row;
    this.feed.add(row, characters);
  }

  private addOutcome(
    header: ResultSetHeader & { serverStatus?: number },
  ): void {
    this.note(header.serverStatus ?? 0, header.warningStatus ?? 0);
    this.outcome.affectedRows = header.affectedRows;
  }

  private finish(): void {
    if (!this.hasEnded) {
      this.hasEnded = true;
      if (!this.error || this.wasStopped) this.feed.end();
      else this.feed.flush();
      this.resolveEnded();
    }
  }
}
