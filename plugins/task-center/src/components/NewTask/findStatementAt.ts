import {
  createStatementSplitter,
  SqlDialect,
} from 'backstage-plugin-task-center-common';
import { createPacer } from './createPacer';
import { readInChunks } from './readInChunks';

/**
 * The number of the statement at a place of a script: the one that has begun there, or else the one that has ended last.
 * Takes time linear in what stands before the place, in slices of a few milliseconds.
 *
 * @param options.signal - ends it, with a number that means nothing
 * @returns 0 where there is none yet
 * @internal
 */
export async function findStatementAt(
  sql: string,
  offset: number,
  options: { dialect: SqlDialect; delimiter: string; signal?: AbortSignal },
): Promise<number> {
  const { signal, ...rules } = options;
  // The character at the cursor may be the first of a statement.
  const before = sql.slice(0, offset) + sql.slice(offset, offset + 1).trim();
  const takeBreath = createPacer();
  let found = 0;
  try {
    const splitter = createStatementSplitter(rules);
    for await (const chunk of readInChunks(before)) {
      found += splitter.push(chunk).length;
      await takeBreath();
      if (signal?.aborted) {
        return 0;
      }
    }
    return found + splitter.end().length;
  } catch {
    return 0;
  }
}
