import { trimEnd } from '../characters';
import { ClientCommand } from './clientCommands';

const PLAIN_USE = /^use[ \t]+(?:[a-z_$][\w$]*|`[^`\n]+`)$/i;

/** A script is read as UTF-8; of other character sets only ASCII means the same. */
const CHARACTER_SETS = new Map([
  ['utf8mb4', 'utf8mb4'],
  ['utf8mb3', 'utf8mb3'],
  ['utf8', 'utf8mb3'],
]);

/**
 * Puts a client command into a statement that makes the server do the same; undefined where there is none.
 *
 * @internal
 */
export function serverStatement(command: ClientCommand): string | undefined {
  const { name, argument } = command;
  if (argument === undefined) {
    return undefined;
  }
  if (name === 'use') {
    return useStatement(trimEnd(command.text), argument);
  }
  if (name === 'help') {
    return helpStatement(trimEnd(command.text));
  }
  const characterSet = CHARACTER_SETS.get(argument.toLowerCase());
  return name === 'charset' && characterSet
    ? `SET NAMES ${characterSet}`
    : undefined;
}

function useStatement(written: string, database: string): string {
  return PLAIN_USE.test(written)
    ? written
    : `use \`${database.replace(/`/g, '``')}\``;
}

function helpStatement(written: string): string | undefined {
  const topic = /^help +(.*)$/i.exec(written)?.[1];
  return topic && (topic.startsWith("'") ? `help ${topic}` : `help '${topic}'`);
}
