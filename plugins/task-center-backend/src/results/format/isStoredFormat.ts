import { ResultFormat } from 'backstage-plugin-task-center-common';

/**
 * Whether CSV files are wanted as they are stored.
 *
 * @internal
 */
export function isStoredFormat(format: ResultFormat): boolean {
  const { bom, separator = 'comma', nullText = '' } = format;
  return (
    !bom && separator === 'comma' && !nullText && !format.neutralizeFormulas
  );
}
