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
  const random = mulberry32(seed);
  const length = 1 + Math.floor(random() * 40);
  return Array.from(
    { length },
    () => PIECES[Math.floor(random() * PIECES.length)],
  ).join('');
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}
