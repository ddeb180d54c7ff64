import { ResultFormat } from 'backstage-plugin-task-center-common';

/**
 * What Excel opens by a double click: it takes UTF-8 only with a mark, and separates by semicolons where a comma stands
 * in numbers.
 *
 * @internal
 */
export function forExcel(): ResultFormat {
  const isCommaDecimal = (1.5).toLocaleString().includes(',');
  return {
    bom: true,
    separator: isCommaDecimal ? 'semicolon' : 'comma',
    neutralizeFormulas: true,
  };
}
