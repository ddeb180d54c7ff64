import { InputError } from '@backstage/errors';
import { ResultFormat } from 'backstage-plugin-task-center-common';
import { isTrue } from './parseTaskQuery';

const NULL_TEXT_CHARS = 32;

/**
 * How a request wants CSV files to be written.
 *
 * @throws InputError when the text for NULL could not be told from the rest
 * @internal
 */
export function parseResultFormat(query: any): ResultFormat {
  const { bom, separator, nullText, neutralizeFormulas } = query;
  if (
    nullText !== undefined &&
    (nullText.length > NULL_TEXT_CHARS || /["\r\n,;\t|]/.test(nullText))
  ) {
    throw new InputError(
      `nullText must have at most ${NULL_TEXT_CHARS} characters, without quotes, separators and line breaks.`,
    );
  }
  return {
    bom: isTrue(bom),
    separator,
    nullText,
    neutralizeFormulas: isTrue(neutralizeFormulas),
  };
}
