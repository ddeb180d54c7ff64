import {
  DatabaseError,
  ExecuteOptions,
  StatementOutcome,
} from 'backstage-plugin-task-center-node';
import { ResultRow } from 'backstage-plugin-task-center-common';
import { Connection, FieldPacket, ResultSetHeader } from 'mysql2';
import { chosenCharsets, SessionCharsets } from './chosenCharsets';
import { describeColumn } from './describeColumn';
import { readRow } from './readRow';
import { ResultFeed } from './ResultFeed';
import { ServerRequest } from './ServerRequest';
import { toDatabaseError } from './toDatabaseError';
import { ValueKind, valueKindOf } from './valueKindOf';
import { hasStatus, interceptPackets, WirePacket } from './wire';

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
  charsets?: SessionCharsets;
  /** The last row that came, as far as its values were wanted. */
  lastRow?: ResultRow;

  private readonly feed: ResultFeed;
  private readonly connection: Connection;
  private resolveEnded!: () => void;
  private kinds: ValueKind[] = [];
  private inRows = false;

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
    const query = this.connection.query({ sql });
    interceptPackets(query, packet => {
      if (packet.isEOF()) {
        this.hearEnd(packet);
      } else if (this.inRows && !packet.isError()) {
        this.takeRow(packet);
        return true;
      }
      return false;
    });
    query.on('fields', (fields: unknown) => {
      this.feed.end();
      if (Array.isArray(fields)) this.beginResultSet(fields);
    });
    query.on('result', (result: unknown) =>
      this.addOutcome(result as ResultSetHeader),
    );
    query.on('error', error => {
      this.error ??= toDatabaseError(error);
    });
    query.on('end', () => this.finish());
  }

  // One ends the columns of a result set, another one its rows. The last word about the statement counts.
  private hearEnd(packet: WirePacket): void {
    this.note(packet.eofStatusFlags(), packet.eofWarningCount());
    this.inRows = this.feed.isOpen && !this.inRows;
  }

  private note(status: number, warnings: number): void {
    this.status = status;
    this.outcome.warnings = warnings;
    this.outcome.inTransaction = hasStatus(status, 'inTransaction');
  }

  private beginResultSet(fields: FieldPacket[]): void {
    this.kinds = fields.map(valueKindOf);
    // Not every server says what a statement has chosen.
    if (this.kinds.includes('foreign')) {
      this.charsets = { ...this.charsets, character_set_results: 'foreign' };
    }
    this.feed.begin(fields.map(describeColumn));
    // mysql2 puts the names into a parser that it generates, and drops the connection over one like __proto__.
    fields.forEach((field, index) => {
      field.name = String(index);
    });
  }

  private takeRow({ buffer, offset, end }: WirePacket): void {
    if (!this.feed.truncated) {
      this.lastRow = readRow(buffer, offset, this.kinds);
      this.feed.add(this.lastRow, end - offset);
    }
  }

  private addOutcome(
    header: ResultSetHeader & { serverStatus?: number },
  ): void {
    this.note(header.serverStatus ?? 0, header.warningStatus ?? 0);
    const charsets = chosenCharsets(header);
    if (charsets) this.charsets = { ...this.charsets, ...charsets };
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
