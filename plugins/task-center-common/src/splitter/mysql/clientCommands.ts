import { trimEnd } from '../characters';
import { ScriptReader } from '../ScriptReader';
import { commandArgument } from './commandArgument';

interface ClientCommandKind {
  name: string;
  /** The letter of its short form, as in `\d`. */
  letter: string;
  takesArgument?: boolean;
}

const COMMANDS: ClientCommandKind[] = [
  { name: '?', letter: '?', takesArgument: true },
  { name: 'charset', letter: 'C', takesArgument: true },
  { name: 'clear', letter: 'c' },
  { name: 'connect', letter: 'r', takesArgument: true },
  { name: 'delimiter', letter: 'd', takesArgument: true },
  { name: 'edit', letter: 'e' },
  { name: 'ego', letter: 'G' },
  { name: 'exit', letter: 'q' },
  { name: 'go', letter: 'g' },
  { name: 'help', letter: 'h', takesArgument: true },
  { name: 'nopager', letter: 'n' },
  { name: 'notee', letter: 't' },
  { name: 'nowarning', letter: 'w' },
  { name: 'pager', letter: 'P', takesArgument: true },
  { name: 'print', letter: 'p' },
  { name: 'prompt', letter: 'R', takesArgument: true },
  { name: 'quit', letter: 'q' },
  { name: 'rehash', letter: '#' },
  { name: 'sandbox', letter: '-' },
  { name: 'source', letter: '.', takesArgument: true },
  { name: 'status', letter: 's' },
  { name: 'system', letter: '!', takesArgument: true },
  { name: 'tee', letter: 'T', takesArgument: true },
  { name: 'use', letter: 'u', takesArgument: true },
  { name: 'warnings', letter: 'W' },
];

/** The longest name with a CRLF behind it is shorter. */
const LONGEST_WORD = 12;

const QUESTION_MARK = 63;
const LOWER_CASE = 32;

const byName = new Map(COMMANDS.map(kind => [kind.name, kind]));
const byLetter = new Map(COMMANDS.map(kind => [kind.letter, kind]));

/** The first two letters of the names, as one number each: nearly every statement is told apart by them. */
const beginnings = new Set(
  COMMANDS.map(({ name }) => beginning(name.charCodeAt(0), name.charCodeAt(1))),
);

const FIRST_WORD = /^(?:\?|[a-z]+)(?=[ \t]|$)/i;

/**
 * What is longer is never a command, so that no long line is kept to find out.
 *
 * @internal
 */
export const LONGEST_COMMAND = 4096;

/**
 * A command of the `mysql` client.
 *
 * @internal
 */
export interface ClientCommand {
  name: string;
  /** As it stands in the script; of a short form, up to where the statement goes on. */
  text: string;
  argument?: string;
}

/**
 * Whether the first word is a command's; what follows it decides whether it is one.
 *
 * @internal
 */
export function mayBeCommand(text: string): boolean {
  return (
    hasBeginning(text.charCodeAt(0), text.charCodeAt(1)) &&
    kindOf(text) !== undefined
  );
}

/**
 * Reads a whole statement, or a whole line, as a command in its long form. Where the delimiter or `\g` stands in it the
 * client takes it for SQL, and so it does where a command that has no argument is given one.
 *
 * @internal
 */
export function readLongCommand(
  text: string,
  delimiter: string,
): ClientCommand | undefined {
  const kind = kindOf(text);
  if (!kind || isSql(text, kind, delimiter)) {
    return undefined;
  }
  const argument = commandArgument(text);
  return argument !== undefined || isBare(text, kind)
    ? { name: kind.name, text, argument }
    : undefined;
}

/**
 * Reads the line at the reader's position as a command. `wait` says that the next chunk decides.
 *
 * @internal
 */
export function readLineCommand(
  reader: ScriptReader,
  delimiter: string,
): ClientCommand | 'wait' | undefined {
  const { input, position } = reader;
  const second = reader.peek(1);
  if (second !== undefined && !hasBeginning(reader.code, second)) {
    return undefined;
  }
  const start = input.slice(position, position + LONGEST_WORD);
  const word = /^(?:\?|[a-z]*)\r?/i.exec(start)?.[0] ?? '';
  if (word.length === start.length && !reader.ended) {
    return word.length < LONGEST_WORD ? 'wait' : undefined;
  }
  if (!byName.has(trimEnd(word).toLowerCase())) {
    return undefined;
  }
  const line = reader.restOfLine();
  const text = line ?? input.slice(position);
  if (text.length > LONGEST_COMMAND) {
    return undefined;
  }
  if (line !== undefined) {
    return readLongCommand(line, delimiter);
  }
  const kind = kindOf(text);
  return kind && isSql(text, kind, delimiter) ? undefined : 'wait';
}

/**
 * Reads a command in its short form, such as `\d //`, at the reader's position. `wait` says that the next chunk decides.
 *
 * @internal
 */
export function readShortCommand(
  reader: ScriptReader,
): ClientCommand | 'wait' | undefined {
  const letter = reader.peek(1);
  if (letter === undefined) {
    return 'wait';
  }
  const kind = byLetter.get(String.fromCharCode(letter));
  if (!kind) {
    return undefined;
  }
  const { name } = kind;
  if (!['charset', 'delimiter', 'use'].includes(name)) {
    return { name, text: `\\${kind.letter}` };
  }
  const line = reader.restOfLine();
  const seen = line ?? reader.input.slice(reader.position);
  if (line === undefined && seen.length <= LONGEST_COMMAND) {
    return 'wait';
  }
  const text = seen.length > LONGEST_COMMAND ? '' : seen;
  return { name, text, argument: commandArgument(text) };
}

function hasBeginning(first: number, second: number): boolean {
  return first === QUESTION_MARK || beginnings.has(beginning(first, second));
}

function beginning(first: number, second: number): number {
  return (first | LOWER_CASE) * 0x100 + (second | LOWER_CASE);
}

function kindOf(text: string): ClientCommandKind | undefined {
  const word = FIRST_WORD.exec(text.slice(0, LONGEST_WORD))?.[0];
  return word === undefined ? undefined : byName.get(word.toLowerCase());
}

function isSql(
  text: string,
  kind: ClientCommandKind,
  delimiter: string,
): boolean {
  return (
    text.includes('\\g') ||
    (text.includes(delimiter) && kind.name !== 'delimiter') ||
    (!kind.takesArgument && !isBare(text, kind))
  );
}

function isBare(text: string, kind: ClientCommandKind): boolean {
  return trimEnd(text).length === kind.name.length;
}
