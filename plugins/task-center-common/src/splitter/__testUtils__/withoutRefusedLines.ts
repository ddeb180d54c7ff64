import { CreateStatementSplitterOptions } from '../createStatementSplitter';
import { splitInChunks } from './splitInChunks';

/**
 * Takes out, one after the other, the lines that the splitter's errors name. That the rest is split as the client
 * splits it shows that they named the right ones.
 */
export function withoutRefusedLines(
  original: string,
  options: CreateStatementSplitterOptions,
): string {
  let lines = original.split('\n');
  for (;;) {
    const { error } = splitInChunks(lines.join('\n'), options);
    if (!error) {
      return lines.join('\n');
    }
    lines = lines.filter((_, index) => index !== error.line - 1);
  }
}
