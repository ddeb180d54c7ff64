export { taskCenterTranslationRef } from './taskCenterTranslationRef';
export { useTexts } from './useTexts';
export type { Texts, TextKey } from './Texts';
