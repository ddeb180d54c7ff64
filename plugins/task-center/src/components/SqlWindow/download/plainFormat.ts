import { ResultFormat } from 'backstage-plugin-task-center-common';

/**
 * A format without what is as stored anyway, so that a plain download has a plain address.
 *
 * @internal
 */
export function plainFormat(format: ResultFormat): ResultFormat {
  const { bom, separator, nullText, neutralizeFormulas } = format;
  return {
    ...(bom && { bom }),
    ...(separator && separator !== 'comma' && { separator }),
    ...(nullText && { nullText }),
    ...(neutralizeFormulas && { neutralizeFormulas }),
  };
}
