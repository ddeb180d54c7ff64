import { SqlDialect } from '../model';
import { closeScript } from './closeScript';
import { createStatementSplitter } from './createStatementSplitter';

function close(dialect: SqlDialect, script: string, delimiter = ';') {
  const options = { dialect, delimiter };
  const splitter = createStatementSplitter(options);
  const before = splitter.push(script);
  const { statements, glue } = closeScript(splitter, options);
  return { texts: [...before, ...statements].map(s => s.text), glue };
}

const DIALECTS = ['mysql', 'postgres', 'sqlite'] as const;

describe('closeScript', () => {
  it.each(DIALECTS)('needs a line break behind an end, in %s', dialect => {
    expect(close(dialect, 'SELECT 1;').glue).toBe('\n');
    expect(close(dialect, '').glue).toBe('\n');
    expect(close(dialect, 'SELECT 1; -- done').glue).toBe('\n');
  });

  it.each(DIALECTS)('ends the last statement, in %s', dialect => {
    const open = close(dialect, 'SELECT 2; SELECT 3 -- not yet');
    expect(open.glue).toBe('\n;\n');
    expect(open.texts).toHaveLength(2);
    expect(close(dialect, 'SELECT 2//SELECT 3', '//').glue).toBe('\n//\n');
  });

  it('sets the delimiter back', () => {
    expect(close('mysql', 'DELIMITER //\nSELECT 1//\n').glue).toBe(
      '\nDELIMITER ;\n',
    );
    expect(close('mysql', 'DELIMITER //\nSELECT 1').glue).toBe(
      '\n//\nDELIMITER ;\n',
    );
  });

  it.each([
    ['mysql', "SELECT 'a"],
    ['mysql', 'SELECT 1; /* a'],
    ['mysql', 'SELECT 1;\nquit\n'],
    ['postgres', 'SELECT (1'],
    ['postgres', 'SELECT $$a'],
    ['sqlite', 'CREATE TRIGGER r AFTER INSERT ON t BEGIN DELETE FROM u;'],
  ] as const)('finds what nothing ends, in %s: %s', (dialect, script) => {
    expect(close(dialect, script).glue).toBeUndefined();
  });

  it('makes of two scripts one with the statements of both', () => {
    const scripts = ['DELIMITER $$\nSELECT 1$$\nSELECT 2 # two', 'SELECT 3;'];
    const { glue } = close('mysql', scripts[0]);
    const splitter = createStatementSplitter({ dialect: 'mysql' });
    const joined = splitter.push(scripts.join(glue));
    expect([...joined, ...splitter.end()].map(s => s.text)).toEqual([
      'SELECT 1',
      'SELECT 2 # two',
      'SELECT 3',
    ]);
  });
});
