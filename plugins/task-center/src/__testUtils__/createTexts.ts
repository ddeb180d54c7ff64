import {
  TranslationApi,
  createTranslationRef,
} from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import { Texts, taskCenterTranslationRef } from '../translations';
import zhCN from '../translations/zhCN';

const { id } = taskCenterTranslationRef;
const chineseRef = createTranslationRef({ id, messages: zhCN });

/**
 * Translates into a language that does not change.
 *
 * @internal
 */
export function createTranslationApi(language: 'en' | 'zh'): TranslationApi {
  const api = mockApis.translation();
  return {
    getTranslation: ref =>
      api.getTranslation(
        language === 'zh' && ref.id === id
          ? (chineseRef as unknown as typeof ref)
          : ref,
      ),
    translation$: ref => api.translation$(ref),
  };
}

/**
 * The texts of the pages, for what takes them as an argument.
 *
 * @internal
 */
export function createTexts(language: 'en' | 'zh' = 'en'): Texts {
  const api = createTranslationApi(language);
  const translation = api.getTranslation(taskCenterTranslationRef);
  if (!translation.ready) {
    throw new Error(`The texts in ${language} are not there`);
  }
  return translation.t;
}
