import {
  createTranslationRef,
  TranslationRef,
} from '@backstage/frontend-plugin-api';
import { en } from './en';

// Its own way to the type takes as long to check as all the rest of the pages.
const messages: Record<string, string> = en;

/**
 * The texts of Task Center, in English and Simplified Chinese. A portal can replace any of them, or add a language, with
 * `createTranslationMessages` and `createTranslationResource`.
 *
 * @public
 */
export const taskCenterTranslationRef = createTranslationRef({
  id: 'plugin.task-center',
  messages,
  translations: {
    zh: () => import('./zhCN'),
    'zh-CN': () => import('./zhCN'),
  },
}) as TranslationRef<'plugin.task-center', typeof en>;
