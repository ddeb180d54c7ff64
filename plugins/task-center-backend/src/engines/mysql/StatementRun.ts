import {
  DatabaseError,
  ExecuteOptions,
  StatementOutcome,
} from 'backstage-plugin-task-center-node';
import { ResultColumn, ResultRow } from 'backstage-plugin-task-center-common';
import {
  Connection,
  FieldPacket,
  ResultSetHeader,
  TypeCastField,
} from 'mysql2';
import { describeColumn, isBinaryColumn } from './describeColumn';
import { SinkQueue } from '../network/SinkQueue';
import { ServerRequest } from './ServerRequest';
import { toDatabaseError } from './toDatabaseError';
import { hasStatus, WireCommand } from './wire';

const BATCH_ROWS = 500;
const BATCH_CHARACTERS = 64 * 1024;
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
  resultSets = 0;
  /** Whether a result set has reached the sink. */
  hasDelivered = false;
  truncated = false;

  private readonly queue: SinkQueue;
  private readonly connection: Connection;
  private readonly maxRows: number;
  private readonly onNotWanted: () => void;
  private resolveEnded!: () => void;
  private columns?: ResultColumn[];
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

  get isHeld(): boolean {
    return this.queue.isHolding;
  }

  /** What the sink threw. */
  get sinkFailure(): unknown {
    return this.queue.failure;
  }

  discard(): void {
    this.rows = [];
    this.queue.discard();
  }

  lose(error: DatabaseError): void {
    this.error ??= error;
    this.finish();
  }

  drained(): Promise<void> {
    return this.queue.drained();
  }

  // The server always has a last word about a statement that was sent alone.
  settle(): void {}

  private send(sql: string): void {
    const query = this.connection.query({
      sql,
      typeCast: (field: TypeCastField) => this.readValue(field),
    });
    this.listenToEof(query as unknown as WireCommand);
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

  // mysql2 keeps to itself what the server says at the end of columns and rows. The last word counts.
  private listenToEof(command: WireCommand): void {
    const { execute } = command;
    command.execute = (packet, wire) => {
      if (packet?.isEOF()) {
        this.note(packet.eofStatusFlags(), packet.eofWarningCount());
      }
      return execute.call(command, packet, wire);
    };
  }

  private note(status: number, warnings: number): void {
    this.status = status;
    this.outcome.warnings = warnings;
    this.outcome.inTransaction = hasStatus(status, 'inTransaction');
  }

  private beginResultSet(fields: FieldPacket[]): void {
    this.resultSets++;
    this.open = true;
    this.accepted = 0;
    this.column = 0;
    this.truncated = false;
    this.binary = fields.map(isBinaryColumn);
    this.columns = fields.map(describeColumn);
    // mysql2 puts the names into a parser that it generates, and drops the connection over one like __proto__.
    fields.forEach((field, index) => {
      field.name = String(index);
    });
  }

  // A result set begins for the sink when the first of it is there. A statement that fails before that leaves nothing.
  private announce(): void {
    const { columns } = this;
    if (columns) {
      this.columns = undefined;
      this.hasDelivered = true;
      this.queue.add(sink => sink.begin(columns));
    }
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
      this.announce();
      this.queue.add(sink => sink.rows(rows));
    }
  }

  private endResultSet(): void {
    if (this.open) {
      this.open = false;
      this.announce();
      this.flush();
      const { truncated } = this;
      this.queue.add(sink => sink.end(truncated));
    }
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
      if (!this.error || this.wasStopped) this.endResultSet();
      else this.flush();
      this.resolveEnded();
    }
  }
}
