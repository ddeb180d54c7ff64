import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { en } from './en';

/**
 * The texts of Task Center, in English and Simplified Chinese. A portal can replace any of them, or add a language, with
 * `createTranslationMessages` and `createTranslationResource`.
 *
 * @public
 */
export const taskCenterTranslationRef = createTranslationRef({
  id: 'plugin.task-center',
  messages: en,
  translations: {
    zh: () => import('./zhCN'),
    'zh-CN': () => import('./zhCN'),
  },
});
