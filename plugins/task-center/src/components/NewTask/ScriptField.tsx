import { useEffect, useRef, useState } from 'react';
import { SqlDialect } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import { CursorPosition, SqlEditor, SqlEditorHandle } from '../SqlEditor';
import { FieldProblem } from './FieldProblem';
import { FileButton } from './FileButton';
import { FileList } from './FileList';
import { Excerpt, FilePreview } from './FilePreview';
import styles from './NewTaskPage.module.css';
import { ScriptPosition } from './ScriptPosition';
import { EDITOR_UNIT, ScriptUnit } from './ScriptUnit';
import { TaskForm } from './TaskForm';
import { UnreadableFiles } from './UnreadableFiles';
import { CountedScript } from './useScriptCount';
import { ScriptUnits } from './useScriptUnits';
import { useFileDrop } from './useFileDrop';
import { useSchema } from './useSchema';

const START: CursorPosition = { line: 1, column: 1, offset: 0 };

/**
 * A statement that the person wants to look at. A new object each time, so that the same one can be gone to again.
 *
 * @internal
 */
export interface WantedStatement extends Excerpt {
  /** The part of the script, from 0. */
  part: number;
}

/** @internal */
export interface ScriptFieldProps {
  form: TaskForm;
  onChange(sql: string): void;
  script: ScriptUnits;
  /** The id of the connection. */
  connection: string | undefined;
  dialect: SqlDialect;
  counted: CountedScript;
  wanted: WantedStatement | undefined;
  error?: string;
}

/**
 * The script: an editor, or files with what was written among them.
 *
 * @internal
 */
export function ScriptField(props: ScriptFieldProps) {
  const { form, script, error, dialect, counted, wanted } = props;
  const t = useTexts();
  const header = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<CursorPosition>(START);
  const { isDraggedOver, ...dropZone } = useFileDrop(script.take);
  const { shown, excerpt, onReady, forget } = useWanted(script, wanted);
  const schema = useSchema(props.connection, !shown?.file);

  return (
    <div
      className={styles.script}
      role="group"
      aria-label={t('newTask.script')}
    >
      <div ref={header} className={styles.scriptHeader}>
        <span className={styles.label}>{t('newTask.script.label')}</span>
        <FileButton onFiles={script.take} />
      </div>
      <UnreadableFiles names={script.unreadable} />
      <div
        className={styles.dropZone}
        data-dragged-over={isDraggedOver || undefined}
        {...dropZone}
      >
        {script.units.length > 0 && (
          <FileList
            script={script}
            counts={counted.count?.parts ?? []}
            editorLength={form.sql.length}
            onEmptied={() => header.current?.querySelector('button')?.focus()}
          />
        )}
        {shown?.file ? (
          <FilePreview
            file={shown.file}
            reason={shown.reason}
            isAlone={script.units.length === 1}
            dialect={dialect}
            excerpt={excerpt}
            onShowBeginning={forget}
          />
        ) : (
          <SqlEditor
            aria-label={t('newTask.script.editor')}
            aria-describedby="task-script-problem"
            value={form.sql}
            onChange={props.onChange}
            onCursor={setCursor}
            onReady={onReady}
            dialect={dialect}
            schema={schema}
            isInvalid={Boolean(error)}
            placeholder={t('newTask.script.placeholder')}
            height={340}
          />
        )}
        {isDraggedOver && (
          <div className={styles.dropHint}>{t('newTask.script.drop')}</div>
        )}
      </div>
      <div className={styles.scriptFooter}>
        <FieldProblem id="task-script-problem">{error}</FieldProblem>
        {!shown?.file && (
          <ScriptPosition
            sql={form.sql}
            cursor={cursor}
            rules={{ dialect, delimiter: form.delimiter }}
            total={totalOf(script.units, counted)}
          />
        )}
      </div>
    </div>
  );
}

/** How many statements there are in the editor, once they are counted. */
function totalOf(
  units: ScriptUnit[],
  { count }: CountedScript,
): number | undefined {
  const part = Math.max(
    0,
    units.findIndex(({ id }) => id === EDITOR_UNIT),
  );
  const counted = count?.parts[part];
  return counted?.isFinished ? counted.statements : undefined;
}

/** Shows the unit that is selected, or the place that somebody wants to see. */
function useWanted(script: ScriptUnits, wanted: WantedStatement | undefined) {
  const { units, selected, select } = script;
  const editor = useRef<SqlEditorHandle>();
  const pendingLine = useRef<number>();
  const [seen, setSeen] = useState<Excerpt & { unit?: string }>();
  const latest = useRef(units);
  latest.current = units;

  useEffect(() => {
    if (!wanted) {
      return;
    }
    const unit: ScriptUnit | undefined = latest.current[wanted.part];
    setSeen({ ...wanted, unit: unit?.id });
    if (unit) {
      select(unit.id);
    }
    if (unit?.file) {
      return;
    }
    if (editor.current) {
      editor.current.goToLine(wanted.line);
    } else {
      pendingLine.current = wanted.line;
    }
  }, [wanted, select]);

  const shown = units.find(({ id }) => id === selected);
  const isExcerpt = shown && seen?.unit === shown.id;
  useEffect(() => {
    if (shown?.file) {
      editor.current = undefined;
    }
  }, [shown]);
  return {
    shown,
    excerpt: isExcerpt ? seen : undefined,
    forget: () => setSeen(undefined),
    onReady: (handle: SqlEditorHandle) => {
      editor.current = handle;
      if (pendingLine.current !== undefined) {
        handle.goToLine(pendingLine.current);
      }
      pendingLine.current = undefined;
    },
  };
}
