/**
 * The words of the editor for SQL. A $ stands for a number.
 *
 * @internal
 */
export const editor = {
  'editor.completions': 'Completions',
  'editor.find': 'Find',
  'editor.replace.field': 'Replace',
  'editor.next': 'next',
  'editor.previous': 'previous',
  'editor.all': 'all',
  'editor.matchCase': 'match case',
  'editor.regexp': 'regexp',
  'editor.byWord': 'by word',
  'editor.replace': 'replace',
  'editor.replaceAll': 'replace all',
  'editor.close': 'close',
  'editor.currentMatch': 'current match',
  'editor.onLine': 'on line',
  'editor.replacedOnLine': 'replaced match on line $',
  'editor.replaced': 'replaced $ matches',
  'editor.goToLine': 'Go to line',
  'editor.go': 'go',
  'editor.selectionDeleted': 'Selection deleted',
  'editor.controlCharacter': 'Control character',
  'editor.statement': 'Statement {{number, number}}: show what became of it',
} as const;
