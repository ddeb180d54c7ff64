import {
  TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { taskCenterTranslationRef } from './taskCenterTranslationRef';

/**
 * Gives a text of the pages by its key, in the language of the person who looks.
 *
 * @internal
 */
export type Texts = TranslationFunction<(typeof taskCenterTranslationRef)['T']>;

/**
 * The texts of the pages in the language of the person who looks.
 *
 * @internal
 */
export function useTexts(): Texts {
  return useTranslationRef(taskCenterTranslationRef).t;
}
