import { findStatementAt } from './findStatementAt';

const RULES = { dialect: 'mysql', delimiter: ';' } as const;

/** The cursor stands at `|`. */
function at(marked: string): Promise<number> {
  const offset = marked.indexOf('|');
  return findStatementAt(marked.replace('|', ''), offset, RULES);
}

describe('findStatementAt', () => {
  it.each([
    ['|SELECT 1; SELECT 2;', 1],
    ['SEL|ECT 1; SELECT 2;', 1],
    ['SELECT 1;| SELECT 2;', 1],
    ['SELECT 1; |SELECT 2;', 2],
    ["SELECT ';'; SELECT 2|;", 2],
    ['SELECT 1;\n-- a; b|\nSELECT 2;', 1],
    ['SELECT 1;\n\n|', 1],
    ['|', 0],
    ['source x|', 0],
  ])('knows which statement the cursor is in: %j', async (marked, expected) => {
    expect(await at(marked)).toBe(expected);
  });
});
