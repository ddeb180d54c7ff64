import { codeOf } from '../../statements/codeOf';
import { faultsIn } from './faultsIn';
import { PsqlClient } from './PsqlClient';
import { splitInChunks } from './splitInChunks';
import { withoutRefusedLines } from './withoutRefusedLines';

const OPTIONS = { dialect: 'postgres' as const };

/** How the splitter and psql took one script. */
export interface PsqlComparison {
  name: string;
  /** The script without the lines that the splitter refuses. */
  script: string;
  /** What psql sent, and what it should have sent according to the splitter. */
  sent: string[];
  expected: string[];
  /** What went wrong beside that, in words. */
  faults: string[];
}

/**
 * Puts scripts, one character for each byte, through the splitter in chunks of several sizes and through psql.
 */
export async function compareWithPsql(
  client: PsqlClient,
  scripts: Iterable<readonly [name: string, script: string]>,
): Promise<PsqlComparison[]> {
  const all = [...scripts].map(([name, original]) => ({
    name,
    original,
    script: withoutRefusedLines(original, OPTIONS),
  }));
  const sent = await client.run(all.map(({ script }) => script));
  return all.map(({ name, original, script }, index) => ({
    name,
    script,
    sent: sentTexts(sent[index]),
    expected: splitInChunks(script, OPTIONS).statements.map(({ text }) =>
      normal(text),
    ),
    faults: [...faultsIn(original, OPTIONS), ...faultsIn(script, OPTIONS)],
  }));
}

/**
 * Drops what is no statement: psql sends comments and delimiters alone.
 */
function sentTexts(sent: string[]): string[] {
  return sent
    .filter(text => !/^[\s;]*$/.test(codeOf('postgres', text)))
    .map(normal);
}

/**
 * Levels that psql sends the delimiter along, which cannot be told from one at the end of what was left open, and that
 * it drops blank lines outside quotes.
 */
function normal(text: string): string {
  return text.replace(/[;\s]+$/, '').replace(/\n+/g, '\n');
}
