import { Texts } from '../../translations';

/**
 * What CodeMirror says by itself, by the words that it has for it.
 *
 * @internal
 */
export function editorPhrases(t: Texts): Record<string, string> {
  return {
    Completions: t('editor.completions'),
    Find: t('editor.find'),
    Replace: t('editor.replace.field'),
    next: t('editor.next'),
    previous: t('editor.previous'),
    all: t('editor.all'),
    'match case': t('editor.matchCase'),
    regexp: t('editor.regexp'),
    'by word': t('editor.byWord'),
    replace: t('editor.replace'),
    'replace all': t('editor.replaceAll'),
    close: t('editor.close'),
    'current match': t('editor.currentMatch'),
    'on line': t('editor.onLine'),
    'replaced match on line $': t('editor.replacedOnLine'),
    'replaced $ matches': t('editor.replaced'),
    'Go to line': t('editor.goToLine'),
    go: t('editor.go'),
    'Selection deleted': t('editor.selectionDeleted'),
    'Control character': t('editor.controlCharacter'),
  };
}
