import { useEffect, useMemo, useState } from 'react';
import CodeMirror, { EditorView, lineNumbers } from '@uiw/react-codemirror';
import { useTexts } from '../../translations';
import { formatCount } from '../common';
import { SqlCodeProps } from './SqlCode';
import { sqlExtensions } from './sqlExtensions';
import { markedLine, statementMarks } from './statementMarks';

/**
 * The part of {@link SqlCode} that needs CodeMirror.
 *
 * @internal
 */
export default function CodeMirrorCode(props: SqlCodeProps) {
  const { sql, maxHeight = 400, dialect, firstLine = 1 } = props;
  const { marks, onMark, wanted } = props;
  const label = props['aria-label'] ?? 'SQL';
  const t = useTexts();
  const [view, setView] = useState<EditorView>();

  const extensions = useMemo(
    () => [
      ...sqlExtensions(dialect),
      ...(marks?.length && onMark
        ? [
            statementMarks(marks, onMark, {
              number: number => formatCount(number, t),
              title: number => t('editor.statement', { number }),
            }),
          ]
        : []),
      ...(wanted ? [markedLine(wanted.line)] : []),
      lineNumbers({ formatNumber: n => String(n + firstLine - 1) }),
      EditorView.contentAttributes.of({
        'aria-label': label,
        'aria-readonly': 'true',
        tabindex: '0',
      }),
    ],
    [dialect, firstLine, label, marks, onMark, wanted, t],
  );

  useEffect(() => {
    if (view && wanted && wanted.line <= view.state.doc.lines) {
      const { from } = view.state.doc.line(wanted.line);
      view.dispatch({
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
      });
      view.contentDOM.focus({ preventScroll: true });
      view.dom.scrollIntoView?.({ block: 'center' });
    }
  }, [view, wanted]);

  return (
    <CodeMirror
      value={sql}
      onCreateEditor={setView}
      maxHeight={
        typeof maxHeight === 'number' ? `${maxHeight - 2}px` : maxHeight
      }
      theme="none"
      editable={false}
      readOnly
      indentWithTab={false}
      basicSetup={{
        lineNumbers: false,
        foldGutter: false,
        highlightActiveLine: false,
        highlightActiveLineGutter: false,
        syntaxHighlighting: false,
      }}
      extensions={extensions}
    />
  );
}
