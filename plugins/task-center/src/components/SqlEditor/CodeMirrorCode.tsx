import { useMemo } from 'react';
import CodeMirror, { EditorView, lineNumbers } from '@uiw/react-codemirror';
import { SqlCodeProps } from './SqlCode';
import { sqlExtensions } from './sqlExtensions';

/**
 * The part of {@link SqlCode} that needs CodeMirror.
 *
 * @internal
 */
export default function CodeMirrorCode(props: SqlCodeProps) {
  const { sql, maxHeight = 400, dialect, firstLine = 1 } = props;
  const label = props['aria-label'] ?? 'SQL';

  const extensions = useMemo(
    () => [
      ...sqlExtensions(dialect),
      lineNumbers({ formatNumber: n => String(n + firstLine - 1) }),
      EditorView.contentAttributes.of({
        'aria-label': label,
        'aria-readonly': 'true',
        tabindex: '0',
      }),
    ],
    [dialect, firstLine, label],
  );

  return (
    <CodeMirror
      value={sql}
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
