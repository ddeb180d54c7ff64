import { ScriptError } from './ScriptError';

/**
 * The error for a NUL outside quotes and comments: one database would refuse it, another would end the statement there.
 *
 * @internal
 */
export function nulCharacter(line: number): ScriptError {
  return new ScriptError(
    line,
    'there is a NUL character outside quotes. A script must be UTF-8 text; was it saved as UTF-16?',
  );
}
