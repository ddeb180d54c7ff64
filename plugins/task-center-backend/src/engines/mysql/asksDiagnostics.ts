import { COMMENTS } from './comments';

const ASKS = new RegExp(
  `^${COMMENTS}(?:show\\s.*(?:warnings|errors)|get\\s.*diagnostics)|\\b(?:row_count|found_rows)\\s*\\(|@@[\\w.]*(?:warning|error)_count`,
  'is',
);

/**
 * Whether a statement asks what the one before has left: any request of the engine's own would answer for that one.
 *
 * @internal
 */
export function asksDiagnostics(sql: string): boolean {
  return ASKS.test(sql);
}
