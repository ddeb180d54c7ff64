import { lazy, Suspense } from 'react';
import { SqlDialect } from 'backstage-plugin-task-center-common';
import styles from './SqlEditor.module.css';

const CodeMirrorEditor = lazy(() => import('./CodeMirrorEditor'));

/**
 * A place in a text, both counted from 1.
 *
 * @internal
 */
export interface CursorPosition {
  line: number;
  column: number;
}

/** @internal */
export interface SqlEditorProps {
  value: string;
  onChange(value: string): void;
  /** Default: `mysql`. */
  dialect?: SqlDialect;
  onCursor?(position: CursorPosition): void;
  /** In pixels. */
  height?: number;
  placeholder?: string;
  isInvalid?: boolean;
  isDisabled?: boolean;
  'aria-label': string;
  'aria-describedby'?: string;
}

/**
 * Edits SQL with highlighting. The editor itself is loaded when it is first shown; until then a box of the same size
 * stands in its place.
 *
 * @internal
 */
export function SqlEditor(props: SqlEditorProps) {
  const { height = 320, isInvalid } = props;
  return (
    <div
      className={styles.frame}
      data-invalid={isInvalid || undefined}
      style={{ height }}
    >
      <Suspense fallback={<div className={styles.loading} aria-busy="true" />}>
        <CodeMirrorEditor {...props} />
      </Suspense>
    </div>
  );
}
