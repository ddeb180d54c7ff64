import { lazy, Suspense } from 'react';
import { SqlDialect } from 'backstage-plugin-task-center-common';
import type { StatementMark } from './statementMarks';
import styles from './SqlEditor.module.css';

const CodeMirrorCode = lazy(() => import('./CodeMirrorCode'));

/** @internal */
export interface SqlCodeProps {
  sql: string;
  /** The height from which it scrolls: pixels, or a CSS length. Default: 400. */
  maxHeight?: number | string;
  /** Default: `mysql`. */
  dialect?: SqlDialect;
  /** The number of the first line. Default: 1. */
  firstLine?: number;
  'aria-label'?: string;
  /** Where statements begin, in the order of their numbers. */
  marks?: StatementMark[];
  /** The number of a statement was pressed. Must stay the same while the marks do. */
  onMark?(statement: number): void;
  /** The line that is brought into sight, from 1; again with each new object. */
  wanted?: { line: number };
}

/**
 * Shows SQL with highlighting and line numbers. Until the highlighter is loaded the same text stands there without
 * colours.
 *
 * @internal
 */
export function SqlCode(props: SqlCodeProps) {
  const { sql, maxHeight = 400 } = props;
  return (
    <div className={styles.frame} style={{ maxHeight, overflow: 'auto' }}>
      <Suspense
        fallback={<pre className={styles.plain}>{sql.slice(0, 20_000)}</pre>}
      >
        <CodeMirrorCode {...props} />
      </Suspense>
    </div>
  );
}
