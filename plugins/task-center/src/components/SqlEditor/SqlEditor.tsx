import { lazy, Suspense } from 'react';
import {
  DatabaseSchema,
  SqlDialect,
} from 'backstage-plugin-task-center-common';
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
  /** How many UTF-16 units stand before it. */
  offset: number;
}

/**
 * What can be done with an editor from outside.
 *
 * @internal
 */
export interface SqlEditorHandle {
  /** Puts the cursor into a line, counted from 1, shows it and takes the focus there. */
  goToLine(line: number): void;
}

/** @internal */
export interface SqlEditorProps {
  value: string;
  onChange(value: string): void;
  /** Default: `mysql`. */
  dialect?: SqlDialect;
  /** The tables and columns that are offered while one types; what is asked for while they load is offered then. */
  schema?: DatabaseSchema | 'loading';
  onCursor?(position: CursorPosition): void;
  /** Called when the editor has been loaded. */
  onReady?(handle: SqlEditorHandle): void;
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
