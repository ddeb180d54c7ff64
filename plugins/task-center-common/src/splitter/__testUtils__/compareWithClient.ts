import { trimEnd } from '../characters';
import { withoutComments } from '../mysql/withoutComments';
import { faultsIn } from './faultsIn';
import { MysqlClient } from './MysqlClient';
import { splitInChunks } from './splitInChunks';
import { withoutRefusedLines } from './withoutRefusedLines';

const OPTIONS = { dialect: 'mysql' as const };

/** How the splitter and the client took one script. */
export interface Comparison {
  /** The script without the lines that the splitter refuses. */
  script: string;
  /** What the client sent, and what it should have sent according to the splitter. */
  sent: string[];
  expected: string[];
  /** What went wrong beside that, in words. */
  faults: string[];
}

/**
 * Puts a script, one character for each byte, through the splitter in chunks of several sizes and through the client.
 * The client takes comments out, so they are taken out of the splitter's texts likewise.
 */
export async function compareWithClient(
  client: MysqlClient,
  original: string,
): Promise<Comparison> {
  const script = withoutRefusedLines(original, OPTIONS);
  const { statements } = splitInChunks(script, OPTIONS);
  return {
    script,
    sent: sentTexts(await client.run(script)),
    expected: statements.map(({ text }) => normal(withoutComments(text))),
    faults: [...faultsIn(original, OPTIONS), ...faultsIn(script, OPTIONS)],
  };
}

/**
 * Says whether the client, told to keep comments, sends the very texts that the splitter yields. In some scripts it
 * then splits at other places. It also sends the comments before a statement and behind its delimiter, and puts a space
 * behind a block comment.
 */
export async function sendsSameTexts(
  client: MysqlClient,
  script: string,
): Promise<boolean> {
  const { statements } = splitInChunks(script, OPTIONS);
  const sent = sentTexts(await client.run(script, ['--comments']));
  const level = (text: string) => normal(text).replace(/\*\/ /g, '*/');
  return (
    sent.length === statements.length &&
    statements.every(({ text }, i) => level(sent[i]).includes(level(text)))
  );
}

/**
 * Drops what is no statement: comments that are sent alone, and `exit;`, which ends the client only after it was sent.
 */
function sentTexts(sent: string[]): string[] {
  const last = sent[sent.length - 1] ?? '';
  return (/^(?:exit|quit)$/i.test(last) ? sent.slice(0, -1) : sent)
    .filter(text => trimEnd(withoutComments(text)) !== '')
    .map(normal);
}

/**
 * Levels what differs on purpose or cannot be told from a text: a change of database, blanks at the beginning, CRLF
 * inside quotes, whether dashes at the end are a comment, and the line breaks that the client loses behind a line
 * which begins like a DELIMITER command.
 */
function normal(text: string): string {
  const level = trimEnd(trimEnd(text).replace(/-+$/, ''))
    .replace(/^\s+/, '')
    .replace(
      /^use\s+`((?:[^`]|``)+)`$/i,
      (_, name) => `use ${name.replace(/``/g, '`')}`,
    )
    .replace(/^use\s+/i, 'use ')
    .replace(/\r\n/g, '\n');
  return /^delimiter/im.test(level) ? level.replace(/\n/g, '') : level;
}
