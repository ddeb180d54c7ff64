import type { shortcuts as texts } from '../../translations/en/shortcuts';

/**
 * The parts of the pages that have keys of their own, in the order in which they are listed.
 *
 * @internal
 */
export type ShortcutArea =
  | 'everywhere'
  | 'list'
  | 'newTask'
  | 'details'
  | 'log'
  | 'results';

/** @internal */
export interface Shortcut {
  /** Any of these does it. `Mod` is Ctrl, or Cmd on a Mac; other names are those of `KeyboardEvent.key`. */
  keys: string[];
  text: keyof typeof texts;
}

/**
 * All keys of the pages beside those that browsers give to buttons and fields.
 *
 * @internal
 */
export const SHORTCUTS: Record<ShortcutArea, Shortcut[]> = {
  everywhere: [
    { keys: ['?'], text: 'shortcuts.show' },
    { keys: ['Escape'], text: 'shortcuts.close' },
  ],
  list: [
    { keys: ['ArrowUp', 'ArrowDown'], text: 'shortcuts.list.move' },
    { keys: ['Enter'], text: 'shortcuts.list.open' },
    { keys: ['Space'], text: 'shortcuts.list.select' },
    { keys: ['Mod+A'], text: 'shortcuts.list.selectAll' },
    { keys: ['ArrowLeft', 'ArrowRight'], text: 'shortcuts.list.bars' },
  ],
  newTask: [
    { keys: ['Mod+Enter'], text: 'shortcuts.newTask.run' },
    { keys: ['Control+Space'], text: 'shortcuts.newTask.complete' },
    { keys: ['Mod+F'], text: 'shortcuts.newTask.find' },
    { keys: ['Mod+/'], text: 'shortcuts.newTask.comment' },
    {
      keys: ['Alt+ArrowUp', 'Alt+ArrowDown'],
      text: 'shortcuts.newTask.moveFile',
    },
    { keys: ['Delete'], text: 'shortcuts.newTask.removeFile' },
  ],
  details: [
    { keys: ['ArrowLeft', 'ArrowRight'], text: 'shortcuts.details.tabs' },
    { keys: ['ArrowLeft', 'ArrowRight'], text: 'shortcuts.details.bars' },
    { keys: ['ArrowLeft', 'ArrowRight'], text: 'shortcuts.details.width' },
  ],
  log: [
    { keys: ['Mod+F'], text: 'shortcuts.log.find' },
    { keys: ['Enter', 'F3'], text: 'shortcuts.find.next' },
    { keys: ['Shift+Enter', 'Shift+F3'], text: 'shortcuts.find.previous' },
    {
      keys: ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'],
      text: 'shortcuts.log.move',
    },
    { keys: ['Enter'], text: 'shortcuts.log.open' },
    { keys: ['Space'], text: 'shortcuts.log.select' },
    {
      keys: ['Shift+ArrowDown', 'Shift+PageDown', 'Shift+End'],
      text: 'shortcuts.log.extend',
    },
    { keys: ['Mod+A'], text: 'shortcuts.log.selectAll' },
    { keys: ['Mod+C'], text: 'shortcuts.log.copy' },
    { keys: ['Escape'], text: 'shortcuts.log.clear' },
  ],
  results: [
    { keys: ['Mod+F'], text: 'shortcuts.results.find' },
    { keys: ['Enter', 'F3'], text: 'shortcuts.find.next' },
    { keys: ['Shift+Enter', 'Shift+F3'], text: 'shortcuts.find.previous' },
    {
      keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
      text: 'shortcuts.results.move',
    },
    {
      keys: ['Mod+ArrowDown', 'Mod+Home', 'Mod+End'],
      text: 'shortcuts.results.moveFar',
    },
    { keys: ['Shift+ArrowDown'], text: 'shortcuts.results.extend' },
    { keys: ['Mod+A'], text: 'shortcuts.results.selectAll' },
    { keys: ['Mod+C'], text: 'shortcuts.results.copy' },
    { keys: ['Enter'], text: 'shortcuts.results.open' },
    {
      keys: ['Alt+ArrowUp', 'Alt+ArrowDown', 'Alt+ArrowLeft', 'Alt+ArrowRight'],
      text: 'shortcuts.results.step',
    },
    { keys: ['Alt+ArrowDown'], text: 'shortcuts.results.columnMenu' },
    { keys: ['Space'], text: 'shortcuts.results.sort' },
  ],
};
