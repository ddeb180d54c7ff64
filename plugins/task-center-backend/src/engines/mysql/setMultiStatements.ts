import { DatabaseError } from 'backstage-plugin-task-center-node';
import { Connection } from 'mysql2';
import { EventEmitter } from 'node:events';
import { noAnswerError, toDatabaseError } from './toDatabaseError';
import { WireCommand, WireConnection, wireOf } from './wire';

const TIMEOUT_MS = 10_000;
const COM_SET_OPTION = 0x1b;

/**
 * Tells the server whether the requests of a session may hold several statements. ROW_COUNT() is -1 behind it.
 *
 * @throws DatabaseError when the server does not know how, or does not answer within ten seconds
 * @internal
 */
export function setMultiStatements(
  connection: Connection,
  on: boolean,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(noAnswerError()), TIMEOUT_MS);
    const command = new EventEmitter() as WireCommand;
    command.onResult = error => {
      clearTimeout(timer);
      reject(toDatabaseError(error));
    };
    command.execute = (packet, wire) => {
      if (!packet) {
        writeSetOption(wire, on);
        return false;
      }
      clearTimeout(timer);
      if (packet.isError()) {
        reject(toDatabaseError(packet.asError(wire.clientEncoding)));
      } else if (packet.isEOF()) {
        resolve();
      } else {
        reject(new DatabaseError('The server gave an unexpected answer'));
      }
      return true;
    };
    wireOf(connection).addCommand(command);
  });
}

/**
 * Writes the request, which the server answers with an EOF packet.
 *
 * @internal
 */
export function writeSetOption(wire: WireConnection, on: boolean): void {
  wire.sequenceId = 1;
  wire.write(Buffer.from([3, 0, 0, 0, COM_SET_OPTION, on ? 0 : 1, 0]));
}
