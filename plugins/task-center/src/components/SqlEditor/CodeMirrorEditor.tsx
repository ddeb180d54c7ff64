import { useMemo } from 'react';
import CodeMirror, {
  EditorState,
  EditorView,
  ViewUpdate,
} from '@uiw/react-codemirror';
import { useTexts } from '../../translations';
import { SqlEditorProps } from './SqlEditor';
import { editorPhrases } from './editorPhrases';
import { sqlExtensions } from './sqlExtensions';

/**
 * The part of {@link SqlEditor} that needs CodeMirror.
 *
 * @internal
 */
export default function CodeMirrorEditor(props: SqlEditorProps) {
  const { value, onChange, onCursor, onReady } = props;
  const { dialect, schema, placeholder, isDisabled } = props;
  const t = useTexts();
  const label = props['aria-label'];
  const describedBy = props['aria-describedby'] ?? '';
  const invalid = props.isInvalid ? 'true' : 'false';
  const isEmpty = value === '';

  const extensions = useMemo(
    () => [
      ...sqlExtensions(dialect, schema),
      EditorState.phrases.of(editorPhrases(t)),
      EditorView.contentAttributes.of({
        'aria-label': label,
        'aria-describedby': describedBy,
        'aria-invalid': invalid,
      }),
      // A placeholder is not worth a scrollbar.
      ...(isEmpty ? [EditorView.lineWrapping] : []),
    ],
    [t, dialect, schema, label, describedBy, invalid, isEmpty],
  );

  return (
    <CodeMirror
      value={value}
      height="100%"
      style={{ height: '100%' }}
      theme="none"
      placeholder={placeholder}
      editable={!isDisabled}
      // Tab moves on to the next field, as everywhere on the page.
      indentWithTab={false}
      basicSetup={{ foldGutter: false, syntaxHighlighting: false }}
      extensions={extensions}
      onChange={onChange}
      onCreateEditor={view => onReady?.({ goToLine: line => goTo(view, line) })}
      onUpdate={update => reportCursor(update, onCursor)}
    />
  );
}

function reportCursor(
  update: ViewUpdate,
  onCursor: SqlEditorProps['onCursor'],
) {
  if (!onCursor || !(update.selectionSet || update.docChanged)) {
    return;
  }
  const { head } = update.state.selection.main;
  const line = update.state.doc.lineAt(head);
  onCursor({
    line: line.number,
    column: head - line.from + 1,
    offset: head,
  });
}

function goTo(view: EditorView, line: number) {
  const { doc } = view.state;
  const { from } = doc.line(Math.min(Math.max(1, line), doc.lines));
  view.dispatch({
    selection: { anchor: from },
    effects: EditorView.scrollIntoView(from, { y: 'center' }),
  });
  view.focus();
}
