import { InputError } from '@backstage/errors';
import { SqlDialect } from 'backstage-plugin-task-center-common';
import { readStatements } from '../scripts';

/**
 * Makes sure that a script has a statement, and nothing in it that only a command-line client could do.
 *
 * @throws InputError when that is not so
 * @internal
 */
export async function checkScript(
  script: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: { dialect: SqlDialect; delimiter: string },
): Promise<void> {
  let count = 0;
  try {
    for await (const statements of readStatements(script, options)) {
      count += statements.length;
    }
  } catch (error: any) {
    if (error.name === 'ScriptError') {
      throw new InputError(error.message);
    }
    throw error;
  }
  if (count === 0) {
    throw new InputError(
      'The script has no statement: it is empty or holds only comments.',
    );
  }
}
