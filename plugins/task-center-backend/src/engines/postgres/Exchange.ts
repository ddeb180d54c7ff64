import { Writable } from 'node:stream';
import { DatabaseError as ServerError, FieldDef } from 'pg';
import { DatabaseError } from 'backstage-plugin-task-center-node';

/**
 * The messages that a client can send, of which pg's own types say too little. The unnamed statement and the unnamed
 * portal are meant throughout.
 *
 * @internal
 */
export interface Wire {
  readonly stream: Writable;
  parse(query: { text: string }): void;
  bind(): void;
  describe(what: { type: 'P' }): void;
  /** With a number of rows, the server stops there and waits. */
  execute(limit?: { rows: number }): void;
  close(what: { type: 'P' }): void;
  flush(): void;
  sync(): void;
  sendCopyFail(message: string): void;
}

/**
 * What the server says of itself while it works.
 *
 * @internal
 */
export interface ServerNotice {
  severity?: string;
  code?: string;
  message?: string;
  detail?: string;
  hint?: string;
}

/**
 * Requests that share one Sync, and what the server answers until it is ready for the next ones.
 *
 * @internal
 */
export interface Exchange {
  /** Sends the first requests. All that is sent in here goes as one. */
  send(wire: Wire): void;
  onColumns?(fields: FieldDef[]): void;
  /** The server's text for each column. */
  onRow?(values: (string | null)[]): void;
  /** The limit of an `execute` was met. */
  onSuspended?(): void;
  /** A statement is done, but for a commit that comes with the Sync. */
  onComplete?(tag: string): void;
  onCopyIn?(): void;
  onCopyOut?(isBinary: boolean): void;
  onCopyData?(chunk: Buffer): void;
  onNotice?(notice: ServerNotice): void;
  onError(error: ServerError): void;
  /** The server is ready for the next exchange. */
  onReady(): void;
  /** The connection is gone. */
  lose(error: DatabaseError): void;
}
