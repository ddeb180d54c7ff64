/**
 * A name for each column that no other one has: a statement can return several of one name, and some without any.
 *
 * @internal
 */
export function uniqueNames(names: string[]): string[] {
  const given = new Set(names);
  const taken = new Set<string>();
  return names.map((name, index) => {
    const base = name || `column_${index + 1}`;
    let unique = base;
    // A made-up name must not be one that another column really has.
    for (
      let n = 2;
      taken.has(unique) || (unique !== name && given.has(unique));
      n++
    ) {
      unique = `${base}_${n}`;
    }
    taken.add(unique);
    return unique;
  });
}
