import {
  DatabaseError,
  StatementOutcome,
} from 'backstage-plugin-task-center-node';
import { Connection, ResultSetHeader } from 'mysql2';
import { chosenCharsets, SessionCharsets } from './chosenCharsets';
import { ServerRequest } from './ServerRequest';
import { writeSetOption } from './setMultiStatements';
import { toDatabaseError } from './toDatabaseError';
import { SHOW_WARNINGS, toWarning } from './WarningTexts';
import { hasStatus, WireCommand, WirePacket, wireOf } from './wire';

/**
 * A statement of a batch.
 *
 * @internal
 */
export interface BatchStatement {
  sql: string;
  /** Whether the texts of its warnings are asked for. */
  asksWarnings: boolean;
}

/**
 * Several statements on their way through a connection in one request. The server answers each of them as if it had
 * been sent alone, up to the first that fails.
 *
 * @internal
 */
export class BatchRun implements ServerRequest {
  readonly ended: Promise<void>;
  readonly isHeld = false;
  hasEnded = false;
  error?: DatabaseError;
  /** What `onSuccess` threw. */
  failure?: unknown;
  status?: number;
  charsets?: SessionCharsets;
  /** How many statements are known to have succeeded. */
  succeeded = 0;

  private resolveEnded!: () => void;
  /** The outcome of the last statement that the server has answered, as long as texts of its warnings may come. */
  private open?: StatementOutcome;
  private answered = 0;
  private moreToCome = true;
  private inRows = false;
  private columnsRead = false;
  private settling = false;

  constructor(
    private readonly connection: Connection,
    private readonly statements: readonly BatchStatement[],
    /** Not called any more once it has thrown. */
    private readonly onSuccess: (outcome: StatementOutcome) => void,
  ) {
    this.ended = new Promise(resolve => {
      this.resolveEnded = resolve;
    });
    this.send();
  }

  discard(): void {}

  async drained(): Promise<void> {}

  lose(error: DatabaseError): void {
    this.error ??= error;
    this.finish();
  }

  // A KILL that falls between two statements makes the server forget the rest without a word, behind an answer that
  // promised more. Then the answer to another request comes next, and this one's looks like no other.
  settle(): void {
    if (
      this.answered > 0 &&
      this.moreToCome &&
      !this.inRows &&
      !this.settling &&
      !this.hasEnded
    ) {
      this.settling = true;
      writeSetOption(wireOf(this.connection), true);
    }
  }

  private send(): void {
    const query = this.connection.query({
      sql: this.statements.map(textOf).join(';'),
      typeCast: field => field.string(),
    });
    this.listenToEof(query as unknown as WireCommand);
    query.on('fields', (fields: unknown) => {
      this.inRows = Array.isArray(fields);
    });
    query.on('result', (result: unknown) => {
      if (this.inRows) this.addWarning(result as (string | null)[]);
      else this.addOutcome(result as ResultSetHeader);
    });
    query.on('error', error => {
      this.error ??= toDatabaseError(error);
    });
    query.on('end', () => this.finish());
  }

  // mysql2 keeps to itself what the server says at the end of rows.
  private listenToEof(command: WireCommand): void {
    const { execute } = command;
    command.execute = (packet, wire) => {
      if (packet?.isEOF() && this.settling && !this.inRows) {
        this.finish();
        return true;
      }
      if (packet?.isEOF()) {
        this.readEof(packet);
      }
      // Behind the last word of this request comes the answer to the other one.
      return execute.call(command, packet, wire) && !this.settling;
    };
  }

  private readEof(packet: WirePacket): void {
    if (this.columnsRead) {
      this.inRows = false;
      this.moreToCome = hasStatus(packet.eofStatusFlags(), 'moreResults');
    }
    this.columnsRead = this.inRows;
  }

  private addOutcome(
    header: ResultSetHeader & { serverStatus?: number },
  ): void {
    if (this.hasEnded) {
      return;
    }
    this.closeOutcome();
    const status = header.serverStatus ?? 0;
    this.status = status;
    const charsets = chosenCharsets(header);
    if (charsets) this.charsets = { ...this.charsets, ...charsets };
    this.moreToCome = hasStatus(status, 'moreResults');
    this.open = {
      affectedRows: header.affectedRows,
      warnings: header.warningStatus ?? 0,
      inTransaction: hasStatus(status, 'inTransaction'),
    };
    const { asksWarnings } = this.statements[this.answered++];
    if (!asksWarnings) this.closeOutcome();
  }

  // Some statements leave the warnings of the one before where they are.
  private addWarning(row: (string | null)[]): void {
    if (this.open?.warnings) {
      this.open.warningTexts ??= [];
      this.open.warningTexts.push(toWarning(row));
    }
  }

  private closeOutcome(): void {
    const { open } = this;
    if (open) {
      this.open = undefined;
      this.succeeded++;
      this.tell(open);
    }
  }

  // Thrown out of mysql2's events, it would end the whole process.
  private tell(outcome: StatementOutcome): void {
    if (this.failure !== undefined) {
      return;
    }
    try {
      this.onSuccess(outcome);
    } catch (error) {
      this.failure = error;
    }
  }

  private finish(): void {
    if (!this.hasEnded) {
      this.hasEnded = true;
      this.closeOutcome();
      this.resolveEnded();
    }
  }
}

function textOf({ sql, asksWarnings }: BatchStatement): string {
  return asksWarnings ? `${sql};${SHOW_WARNINGS}` : sql;
}
