import { createHash } from 'node:crypto';
import { ResultViewSpec } from 'backstage-plugin-task-center-common';

/**
 * A spec as one text, the same for specs that ask for the same, and the hash of that text.
 *
 * @internal
 */
export function canonicalSpec(spec: ResultViewSpec): {
  json: string;
  hash: string;
} {
  const filters = (spec.filters ?? []).map(({ column, operator, value }) =>
    JSON.stringify({
      column,
      operator,
      value: takesValue(operator) ? value : undefined,
    }),
  );
  const sort = (spec.sort ?? []).map(({ column, descending }) =>
    JSON.stringify({ column, descending: descending || undefined }),
  );
  const json = `{"filters":[${[...new Set(filters)]
    .sort()
    .join()}],"sort":[${sort.join()}]}`;
  return { json, hash: createHash('sha256').update(json).digest('hex') };
}

/**
 * Whether a filter compares with a value.
 *
 * @internal
 */
export function takesValue(operator: string): boolean {
  return operator !== 'isNull' && operator !== 'isNotNull';
}
