import { ResultRow } from 'backstage-plugin-task-center-common';
import { createRandom } from '../../__testUtils__/createRandom';

const VALUES = [
  ...[null, '', 'x', '"', '""', ',', '\n', 'a"b', ',,"",\n\n"'],
  ...['x'.repeat(63), 'x'.repeat(64), 'x'.repeat(65), 'long '.repeat(100)],
  ...['"'.repeat(100), ','.repeat(100), 'é€🙂'],
];

/** 500 rows of values that need quotes, or nearly. */
export function createAwkwardRows(columns: number): ResultRow[] {
  const random = createRandom(columns);
  return Array.from({ length: 500 }, () =>
    Array.from({ length: columns }, () => random.pick(VALUES)),
  );
}
