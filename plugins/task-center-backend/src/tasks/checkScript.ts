import { InputError } from '@backstage/errors';
import { SqlDialect } from 'backstage-plugin-task-center-common';
import { readStatements } from '../scripts';

/**
 * Makes sure that a script has a statement. Reads no further than to the first one.
 *
 * @throws InputError when there is none
 * @internal
 */
export async function checkScript(
  script: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: { dialect: SqlDialect; delimiter: string },
): Promise<void> {
  try {
    for await (const statements of readStatements(script, options)) {
      if (statements.length > 0) {
        return;
      }
    }
  } catch (error: any) {
    if (error.name === 'ScriptError') {
      throw new InputError(error.message);
    }
    throw error;
  }
  throw new InputError(
    'The script has no statement: it is empty or holds only comments.',
  );
}
