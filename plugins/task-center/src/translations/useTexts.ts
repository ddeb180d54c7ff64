import {
  TranslationRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { taskCenterTranslationRef } from './taskCenterTranslationRef';
import { Texts } from './Texts';

/**
 * The texts of the pages in the language of the person who looks.
 *
 * @internal
 */
export function useTexts(): Texts {
  const ref: TranslationRef = taskCenterTranslationRef;
  return useTranslationRef(ref).t as Texts;
}
