const NAMES_THEM = /row_count|found_rows|profile/i;
const RUNS_STORED_CODE =
  /^(?:\s|\()*(?:call|execute|begin\s+not|if|for|while|loop|repeat|case|declare|\{|\/\*|--|#)/i;
const CALLS_A_FUNCTION = /^(?:\s|\()*(?:select|do|set|values)\b[^]*\w\s*\(/i;
const HAS_TABLES = /\bfrom\b/i;

/**
 * Whether a statement may see what the engine's own requests change: they leave alone everything that the statement
 * before has said (SHOW WARNINGS, GET DIAGNOSTICS, `@@warning_count`, LAST_INSERT_ID()), but set ROW_COUNT() to -1. When
 * in doubt it may, as a procedure or function can read it as well, which it does when it is called by itself. What is
 * not looked for is a trigger, or a function within a query of tables, that reads the ROW_COUNT() of the statement
 * before the one that it belongs to.
 *
 * @internal
 */
export function observesDiagnostics(sql: string): boolean {
  return (
    NAMES_THEM.test(sql) ||
    RUNS_STORED_CODE.test(sql) ||
    (CALLS_A_FUNCTION.test(sql) && !HAS_TABLES.test(sql))
  );
}
