import { Connection } from 'mysql2';
import { EventEmitter } from 'node:events';

/**
 * A packet from the server, as mysql2 hands it to a command.
 *
 * @internal
 */
export interface WirePacket {
  buffer: Buffer;
  /** Where its content begins in the buffer. */
  offset: number;
  /** Where it ends. */
  end: number;
  isEOF(): boolean;
  eofStatusFlags(): number;
  eofWarningCount(): number;
  isError(): boolean;
  asError(encoding: string): Error;
}

/**
 * What mysql2 does with a connection behind the interface that it documents.
 *
 * @internal
 */
export interface WireConnection {
  sequenceId: number;
  clientEncoding: string;
  config: { charsetNumber: number };
  write(bytes: Buffer): void;
  addCommand(command: WireCommand): void;
}

/**
 * A request with its answer. `execute` is called without a packet when it is its turn, and then for each packet until
 * it returns true.
 *
 * @internal
 */
export interface WireCommand extends EventEmitter {
  execute(packet: WirePacket | undefined, connection: WireConnection): boolean;
  /** Called with an error when the connection is gone. */
  onResult?(error: Error): void;
}

/**
 * Calls back with what the server says at the end of columns and of rows, which mysql2 keeps to itself.
 *
 * @param query - as `connection.query()` returned it just now
 * @internal
 */
export function listenToEof(
  query: unknown,
  onEof: (packet: WirePacket) => void,
): void {
  interceptPackets(query, packet => {
    if (packet.isEOF()) onEof(packet);
    return false;
  });
}

/**
 * Calls back with every packet before mysql2 reads it.
 *
 * @param query - as `connection.query()` returned it just now
 * @param take - says whether the packet was dealt with, so that mysql2 is not to read it
 * @internal
 */
export function interceptPackets(
  query: unknown,
  take: (packet: WirePacket) => boolean,
): void {
  const command = query as WireCommand;
  const { execute } = command;
  command.execute = (packet, wire) =>
    packet && take(packet) ? false : execute.call(command, packet, wire);
}

/** @internal */
export function wireOf(connection: Connection): WireConnection {
  return connection as unknown as WireConnection;
}

/** The bits of the status that the server puts behind its answers. */
const STATUS = {
  inTransaction: 0x0001,
  moreResults: 0x0008,
  noBackslashEscapes: 0x0200,
} as const;

/**
 * Whether a bit of the server's status is set.
 *
 * @internal
 */
export function hasStatus(status: number, bit: keyof typeof STATUS): boolean {
  // eslint-disable-next-line no-bitwise
  return (status & STATUS[bit]) !== 0;
}

/** @internal */
export function withoutStatus(
  status: number,
  bit: keyof typeof STATUS,
): number {
  // eslint-disable-next-line no-bitwise
  return status & ~STATUS[bit];
}
