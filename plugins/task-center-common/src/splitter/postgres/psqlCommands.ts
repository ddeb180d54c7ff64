import { ScriptReader } from '../ScriptReader';

const NAME = /\\(?:[^\s\\]*|\\)/y;
const LONGEST_NAME = 32;

/** Lines of pg_dump that keep psql from obeying commands in between, which are errors here. */
const HARMLESS = /^\\(?:un)?restrict[ \t]+\w+[ \t]*$/;
const LONGEST_LINE = 1024;

const HINTS: [commands: string, hint: string][] = [
  [
    'c connect',
    'A task runs on one connection: make a task of its own for another database.',
  ],
  [
    'i ir include include_relative',
    'Put the statements of that file into the script.',
  ],
  [
    'copy .',
    'Write INSERT statements, or COPY from a file on the database server.',
  ],
  ['g gx G gset gexec gdesc crosstabview watch', 'End the statement with `;`.'],
  [';', 'End each statement with `;` alone.'],
];

/**
 * What stands behind a backslash outside quotes.
 *
 * @internal
 */
export interface PsqlCommand {
  /** With its backslash. */
  name: string;
  /** Whether it can be passed over. */
  isHarmless: boolean;
  /** How many characters to pass over then. */
  length: number;
}

/**
 * Reads the command at the reader's position. `wait` says that the next chunk decides.
 *
 * @internal
 */
export function readCommand(reader: ScriptReader): PsqlCommand | 'wait' {
  const { input, position } = reader;
  const line = reader.restOfLine();
  const text = line ?? input.slice(position, position + LONGEST_LINE);
  if (line === undefined && text.length < LONGEST_LINE) {
    return 'wait';
  }
  NAME.lastIndex = 0;
  const name = NAME.exec(text)?.[0].slice(0, LONGEST_NAME) ?? '\\';
  const isHarmless = text.length < LONGEST_LINE && HARMLESS.test(text);
  return { name, isHarmless, length: text.length };
}

/**
 * Says why a command is refused.
 *
 * @internal
 */
export function commandReason(name: string): string {
  const hint = HINTS.find(([commands]) =>
    commands.split(' ').includes(name.slice(1)),
  )?.[1];
  return `\`${name}\` is a command of psql, not SQL; only psql can obey it. ${
    hint ?? 'Take it out of the script.'
  }`;
}
