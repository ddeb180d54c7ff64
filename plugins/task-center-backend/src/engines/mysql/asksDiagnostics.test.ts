import { asksDiagnostics } from './asksDiagnostics';

describe('asksDiagnostics', () => {
  it.each([
    'SHOW WARNINGS',
    '-- x\n show count(*) errors',
    'GET DIAGNOSTICS CONDITION 1 @m = MESSAGE_TEXT',
    'get current diagnostics @n = NUMBER',
    'SELECT ROW_COUNT ()',
    'select 1, found_rows()',
    'SELECT @@warning_count',
    'SET @n = @@SESSION.error_count',
  ])('holds for %s', sql => {
    expect(asksDiagnostics(sql)).toBe(true);
  });

  it.each([
    "INSERT INTO errors VALUES ('warning')",
    'SELECT error, row_count FROM diagnostics',
    'SHOW TABLES',
    'CALL get_warnings()',
  ])('does not hold for %s', sql => {
    expect(asksDiagnostics(sql)).toBe(false);
  });
});
