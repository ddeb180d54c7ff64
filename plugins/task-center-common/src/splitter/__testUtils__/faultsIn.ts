import { CreateStatementSplitterOptions } from '../createStatementSplitter';
import { SplitStatement } from '../StatementSplitter';
import { splitInChunks } from './splitInChunks';

const CHUNK_SIZES = [1, 2, 3, 7, 64, 4096];

/**
 * Says in words what is wrong with how a script is split, as far as the script itself tells: that it depends on the
 * chunks, that a line is not the one on which a statement begins.
 */
export function faultsIn(
  script: string,
  options: CreateStatementSplitterOptions,
): string[] {
  const { statements } = splitInChunks(script, options);
  return [...chunkFaults(script, options), ...lineFaults(script, statements)];
}

function chunkFaults(
  script: string,
  options: CreateStatementSplitterOptions,
): string[] {
  const whole = JSON.stringify(splitInChunks(script, options));
  return CHUNK_SIZES.filter(
    size => JSON.stringify(splitInChunks(script, options, size)) !== whole,
  ).map(size => `is split differently in chunks of ${size}`);
}

function lineFaults(script: string, statements: SplitStatement[]): string[] {
  const lines = script.split('\n');
  return statements
    .filter(({ text, line }) => {
      const first = text.split(/\r?\n/, 1)[0];
      return script.includes(first) && !lines[line - 1].includes(first);
    })
    .map(({ text, line }) => `does not have on line ${line}: ${text}`);
}
