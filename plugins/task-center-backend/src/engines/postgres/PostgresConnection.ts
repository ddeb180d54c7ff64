import { DatabaseError } from 'backstage-plugin-task-center-node';
import { Client, Connection, DatabaseError as ServerError } from 'pg';
import { Socket } from 'node:net';
import { Exchange, ServerNotice, Wire } from './Exchange';
import { toDatabaseError } from './toDatabaseError';

const QUERY_TIMEOUT_MS = 10_000;
const QUIT_TIMEOUT_MS = 5_000;

/**
 * `I` outside of a transaction, `T` in one, `E` in one that has failed.
 *
 * @internal
 */
export type TransactionStatus = 'I' | 'T' | 'E';

/**
 * An established connection to a server, through which one exchange goes at a time.
 *
 * @internal
 */
export class PostgresConnection {
  /** What the server said last of the transaction. */
  status: TransactionStatus = 'I';
  /** Why it cannot be used any more. */
  lost?: DatabaseError;
  /** The encoding in which the server sends text. */
  encoding = 'UTF8';

  private current?: Exchange;
  private held = false;
  private heardAt = performance.now();

  private constructor(private readonly client: Client) {}

  /**
   * @param client - a client that has connected
   */
  static create(client: Client): PostgresConnection {
    const connection = new PostgresConnection(client);
    connection.listen();
    return connection;
  }

  /** When something was heard from the server last, by `performance.now()`; "now" while it is held back. */
  get lastHeard(): number {
    return this.held ? performance.now() : this.heardAt;
  }

  get wire(): Wire {
    return this.client.connection as unknown as Wire;
  }

  /** Sends what an exchange begins with. The exchange learns everything else. */
  perform(exchange: Exchange): void {
    if (this.lost) {
      exchange.lose(this.lost);
      return;
    }
    this.current = exchange;
    this.heardAt = performance.now();
    this.client.query(toSubmittable(exchange, this.wire, this.socket));
  }

  /** Reads nothing until {@link PostgresConnection.release}. */
  hold(): void {
    this.held = true;
    this.socket.pause();
  }

  release(): void {
    this.held = false;
    this.heardAt = performance.now();
    this.socket.resume();
  }

  /**
   * Runs one of the engine's own small statements and gives its rows, every value as the server's text.
   *
   * @throws DatabaseError when the server refuses it or does not answer within ten seconds
   */
  async query(text: string): Promise<(string | null)[][]> {
    const timer = setTimeout(
      () => this.drop(new Error('timeout expired')),
      QUERY_TIMEOUT_MS,
    );
    try {
      const { rows } = await this.client.query({ text, rowMode: 'array' });
      return rows;
    } catch (error) {
      throw this.lost ?? toDatabaseError(error);
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Waits until the server has dealt with everything that it was told before, without telling it anything that could
   * fail.
   *
   * @throws DatabaseError when the connection is gone
   */
  async settle(): Promise<void> {
    const timer = setTimeout(
      () => this.drop(new Error('timeout expired')),
      QUERY_TIMEOUT_MS,
    );
    try {
      await new Promise<void>((resolve, reject) =>
        this.perform({
          send: wire => wire.sync(),
          onError: () => {},
          onReady: resolve,
          lose: reject,
        }),
      );
    } finally {
      clearTimeout(timer);
    }
  }

  /** Says goodbye. Resolves with whether the server has closed the connection in time. */
  quit(): Promise<boolean> {
    if (this.socket.destroyed) {
      return Promise.resolve(true);
    }
    return new Promise(resolve => {
      const timer = setTimeout(() => resolve(false), QUIT_TIMEOUT_MS);
      this.socket.once('close', () => {
        clearTimeout(timer);
        resolve(true);
      });
      this.client.end().catch(() => {});
    });
  }

  /** Says goodbye and, when that is not answered, lets go of the connection. */
  async end(): Promise<void> {
    if (!(await this.quit())) {
      this.drop(closedError());
    }
  }

  /** Lets go of the connection at once. */
  drop(reason: unknown): void {
    this.lose(toDatabaseError(reason));
    this.socket.destroy();
  }

  // Another one with TLS than without, and only known when connected.
  private get socket(): Socket {
    return this.client.connection.stream as Socket;
  }

  private listen(): void {
    const { client } = this;
    const connection: Connection = client.connection;
    this.guardReading();
    client.on('error', error => this.lose(toDatabaseError(error)));
    client.on('end', () => this.lose(closedError()));
    client.on('notice', notice =>
      this.current?.onNotice?.(notice as ServerNotice),
    );
    connection.on('copyOutResponse', ({ binary }) =>
      this.current?.onCopyOut?.(binary),
    );
    connection.on('parameterStatus', ({ parameterName, parameterValue }) => {
      if (parameterName === 'client_encoding') this.encoding = parameterValue;
    });
    // pg itself has no word for this once a statement has failed.
    connection.on('readyForQuery', ({ status }) => {
      this.status = status;
      const { current } = this;
      this.current = undefined;
      current?.onReady();
    });
  }

  // pg's parser throws, out of the socket's event, over what does not fit into a string.
  private guardReading(): void {
    const { socket } = this;
    const [read] = socket.listeners('data') as ((chunk: Buffer) => void)[];
    socket.removeListener('data', read);
    socket.on('data', chunk => {
      this.heardAt = performance.now();
      try {
        read(chunk);
      } catch (error) {
        this.drop(error);
      }
    });
  }

  private lose(error: DatabaseError): void {
    if (!this.lost) {
      this.lost = error.connectionLost ? error : closedError();
      const { current } = this;
      this.current = undefined;
      current?.lose(this.lost);
    }
  }
}

function toSubmittable(exchange: Exchange, wire: Wire, socket: Socket) {
  return {
    submit() {
      socket.cork();
      try {
        exchange.send(wire);
      } finally {
        socket.uncork();
      }
    },
    handleRowDescription: ({ fields }: any) => exchange.onColumns?.(fields),
    handleDataRow: ({ fields }: any) => exchange.onRow?.(fields),
    handlePortalSuspended: () => exchange.onSuspended?.(),
    handleEmptyQuery: () => exchange.onComplete?.(''),
    handleCommandComplete: ({ text }: any) => exchange.onComplete?.(text),
    handleCopyInResponse: () => exchange.onCopyIn?.(),
    handleCopyData: ({ chunk }: any) => exchange.onCopyData?.(chunk),
    // The loss of the connection comes another way.
    handleError: (error: unknown) => {
      if (error instanceof ServerError) exchange.onError(error);
    },
    handleReadyForQuery: () => {},
  };
}

function closedError(): DatabaseError {
  return new DatabaseError(
    'The connection to the database was lost: the server closed the connection',
    { connectionLost: true },
  );
}
