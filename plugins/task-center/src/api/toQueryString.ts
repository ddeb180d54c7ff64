type QueryValue = string | number | boolean | string[] | number[] | undefined;

/**
 * Writes a query string with its question mark, or nothing where there is no value. A list becomes a repeated name.
 *
 * @internal
 */
export function toQueryString(values: Record<string, QueryValue>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const single of [value].flat()) {
      if (single !== undefined && single !== '') {
        query.append(name, String(single));
      }
    }
  }
  const text = query.toString();
  return text ? `?${text}` : '';
}
