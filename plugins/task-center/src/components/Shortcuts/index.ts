export * from './ShortcutsButton';
