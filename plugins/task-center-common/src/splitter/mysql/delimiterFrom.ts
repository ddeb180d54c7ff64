import { ScriptError } from '../ScriptError';
import { ClientCommand } from './clientCommands';

/** The client keeps no more of a delimiter. */
const LONGEST_DELIMITER = 15;

/**
 * Returns the delimiter that a DELIMITER command sets.
 *
 * @throws ScriptError where the client would keep the old one, or set one that never comes.
 * @internal
 */
export function delimiterFrom(command: ClientCommand, line: number): string {
  const { argument } = command;
  if (!argument) {
    throw new ScriptError(line, 'DELIMITER must be followed by a delimiter.');
  }
  if (argument.includes('\\')) {
    throw new ScriptError(line, 'A delimiter cannot contain a backslash.');
  }
  if (argument.includes('\n')) {
    throw misplacedDelimiter(line);
  }
  return argument.slice(0, LONGEST_DELIMITER);
}

/** @internal */
export function misplacedDelimiter(line: number): ScriptError {
  return new ScriptError(
    line,
    'DELIMITER is understood only at the beginning of a line, where no statement is open.',
  );
}
