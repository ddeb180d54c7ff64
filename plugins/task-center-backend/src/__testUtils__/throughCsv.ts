import {
  encodeCsvRecord,
  ResultRow,
} from 'backstage-plugin-task-center-common';
import { parseCsvRecords } from '../results/parseCsvRecords';

/** What is read of rows after they were stored: as CSV, in UTF-8. */
export function throughCsv(rows: ResultRow[]): ResultRow[] {
  const stored = Buffer.from(rows.map(encodeCsvRecord).join(''));
  return [...parseCsvRecords(stored.toString('utf8'))];
}
