import { randomFrom } from './randomFrom';

const { raw } = String;

/** Pieces that mean something to the client, and some that almost do. */
const PIECES = [
  ...["'", '"', '`', "''", "'a;b'", '"c\nd"', '`e;`', "'it''s'", raw`'\''`],
  ...['\\', raw`\\`, raw`\'`, raw`\N`, raw`\g`, raw`\G `, raw`\c `, '\\x'],
  ...['# f\n', '#', '-- g\n', '--', '-', '--1', '-- ', '--\t'],
  ...['/*', '*/', '/* h */', '/*!\n', '/*!50003 i */', '/*M!', '/', '*', '!'],
  ...[';', ';\n', ';;', '$$', '$$\n', '//', '$', 'go'],
  ...['\ndelimiter $$\n', '\ndelimiter ;\n', '\nDELIMITER //\n', raw`\d ;`],
  ...['\ndelimiter go\n', "\ndelimiter '$$' # x\n", '\ndelimiter\t;;\n'],
  ...['\nuse db\n', '\nuse db;\n', '\n', '\n\n', ' ', '\t', '\r', '\v'],
  ...['select', ' 1', ',', 'abc', '(', ')', '=', 'é', '日', ' select 2 '],
  ...[';\nselect 3', ';\n', ';\n', '\n;\n', "'", '"', '*/', ' k ', 'l;\n'],
];

/**
 * Makes a script out of pieces. The same seed makes the same script.
 */
export function randomMysqlScript(seed: number): string {
  return randomFrom(PIECES, seed);
}
