import { CopyTable } from './CopyTable';
import { columnKind } from '../grid/columnKind';
import { isExactNumber } from './isExactNumber';
import { uniqueNames } from './uniqueNames';

/**
 * An array with an object for each row. A number stands without quotes where that loses no digit of it.
 *
 * @internal
 */
export function formatJson({ columns, rows }: CopyTable): string {
  const keys = uniqueNames(columns.map(({ name }) => name)).map(name =>
    JSON.stringify(name),
  );
  const isNumber = columns.map(({ type }) => columnKind(type) === 'number');
  const objects = rows.map(row => {
    const fields = row.map(
      (value, i) => `${keys[i]}: ${encode(value, isNumber[i])}`,
    );
    return `  {${fields.join(', ')}}`;
  });
  return `[\n${objects.join(',\n')}\n]\n`;
}

function encode(value: string | null, isNumber: boolean): string {
  return value !== null && isNumber && isExactNumber(value)
    ? value
    : JSON.stringify(value);
}
