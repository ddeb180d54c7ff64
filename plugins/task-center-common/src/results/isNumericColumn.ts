const NUMBER =
  /^(?:(?:tiny|small|medium|big)?int|int[248]|integer|dec|decimal|numeric|number|fixed|float[48]?|double|double precision|real|year|oid|(?:small|big)?serial)\s*(?:\([\d\s,-]*\))?(?:\s+(?:signed|unsigned|zerofill))*$/i;

/**
 * Whether the values of a column are numbers, from its type as MySQL, PostgreSQL or SQLite names it. Arrays and ranges
 * of numbers are none, and neither is PostgreSQL's `money`, which comes with its currency.
 *
 * @public
 */
export function isNumericColumn(type: string): boolean {
  return NUMBER.test(type.trim());
}
