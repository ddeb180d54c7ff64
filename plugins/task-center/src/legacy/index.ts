export { taskCenterApiRef } from '../api';
export type { TaskCenterApi } from '../api';
export { taskCenterTranslationRef } from '../translations';
export * from './extensions';
export * from './taskCenterPlugin';
