import { randomFrom } from './randomFrom';

const { raw } = String;

/** Pieces that mean something to psql, and some that almost do. Strings with escapes are never continued on a line. */
const PIECES = [
  ...["'", '"', "''", '""', "'a;b'", '"c\n;d"', "'it''s'", "'e\n;'", '"f;"'],
  ...["E'", "e'", raw`E'\''`, raw`E'g\\';`, "E'\\", "N'", "U&'", ' E', 'e\t'],
  ...['$$', '$$', '$a$', '$a$', '$', '$1', '$b', '$é$', 'a$', '1$', '$a$;$a$'],
  ...['-- h;\n,', '--', '-', '-- ', '--i\r,', '--\n,', '->', '- -'],
  ...['/*', '*/', '/* j; */', '/*/', '/**/', '*', '/', '/* /* ; */', '+/*'],
  ...['(', ')', '(', ')', '(;)', '[', ']'],
  ...[';', ';\n', ';;', ';\n', ';\nselect 3', '\n;\n', ';'],
  ...[';create function f() ', ';create or replace procedure p ', ' begin '],
  ...[' begin atomic ', ' case ', ' end ', ' end;', ' END', 'create', 'or'],
  ...[' or replace ', ' function ', 'procedure', ' end1', 'xend ', '"end"'],
  ...['\n, k', ' ', '\t', '\r\n, ', '\f', ' select 2 ', ' 1', ',', 'abc', '='],
  ...['é', '日', ':l ', ":'m;'", '::', ':=', '1e5', '.5', '@', '@-', '#', '_'],
];

/**
 * Makes a script out of pieces. The same seed makes the same script.
 */
export function randomPostgresScript(seed: number): string {
  return randomFrom(PIECES, seed);
}
