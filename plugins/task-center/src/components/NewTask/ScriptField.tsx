import { DragEvent, useRef, useState } from 'react';
import { Button } from '@backstage/ui';
import { RiUpload2Line } from '@remixicon/react';
import { SqlDialect } from 'backstage-plugin-task-center-common';
import { CursorPosition, SqlEditor } from '../SqlEditor';
import { formatCount, formatQuantity } from '../common';
import { AttachedFile } from './AttachedFile';
import { FieldProblem } from './FieldProblem';
import styles from './NewTaskPage.module.css';
import { ScriptCount } from './countScript';
import { AttachedScript } from './useTaskForm';

const PLACEHOLDER =
  'UPDATE products SET price_eur = price_eur * 1.1 WHERE …;\nor drop a .sql file here';

/** @internal */
export interface ScriptFieldProps {
  sql: string;
  onChange(sql: string): void;
  attached: AttachedScript | undefined;
  onFile(file: File): void;
  onRemoveFile(): void;
  dialect: SqlDialect;
  counted: { count: ScriptCount | undefined; isCounting: boolean };
  error?: string;
}

/**
 * The script: an editor, or the file that was dropped or chosen in its place.
 *
 * @internal
 */
export function ScriptField(props: ScriptFieldProps) {
  const { attached, onFile, error, dialect, counted } = props;
  const [cursor, setCursor] = useState<CursorPosition>({ line: 1, column: 1 });
  const { isDraggedOver, ...dropZone } = useFileDrop(onFile);

  return (
    <div className={styles.script} role="group" aria-label="Script">
      <div className={styles.scriptHeader}>
        <span className={styles.label}>SQL</span>
        <FileButton onFile={onFile} />
      </div>
      <div
        className={styles.dropZone}
        data-dragged-over={isDraggedOver || undefined}
        {...dropZone}
      >
        {attached ? (
          <AttachedFile
            {...attached}
            dialect={dialect}
            count={counted.count}
            onRemove={props.onRemoveFile}
          />
        ) : (
          <SqlEditor
            aria-label="SQL script"
            aria-describedby="task-script-problem"
            value={props.sql}
            onChange={props.onChange}
            onCursor={setCursor}
            dialect={dialect}
            isInvalid={Boolean(error)}
            placeholder={PLACEHOLDER}
            height={340}
          />
        )}
        {isDraggedOver && (
          <div className={styles.dropHint}>Drop the script here</div>
        )}
      </div>
      <div className={styles.scriptFooter}>
        <FieldProblem id="task-script-problem">{error}</FieldProblem>
        {!attached && (
          <span className={styles.position}>
            {describeCount(counted.count)}Line {formatCount(cursor.line)},
            column {formatCount(cursor.column)}
          </span>
        )}
      </div>
    </div>
  );
}

function describeCount(count: ScriptCount | undefined): string {
  return count?.isFinished
    ? `${formatQuantity(count.statements, 'statement')} · `
    : '';
}

function FileButton({ onFile }: { onFile(file: File): void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        variant="tertiary"
        iconStart={<RiUpload2Line />}
        onPress={() => input.current?.click()}
      >
        Choose a .sql file
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".sql,.txt,application/sql,text/plain"
        data-testid="script-file"
        onChange={event => {
          const file = event.target.files?.[0];
          if (file) {
            onFile(file);
          }
          // So that the same file can be chosen again after it was edited.
          event.target.value = '';
        }}
      />
    </>
  );
}

function useFileDrop(onFile: (file: File) => void) {
  const [depth, setDepth] = useState(0);
  const holdsFile = (event: DragEvent) =>
    event.dataTransfer.types.includes('Files');
  return {
    isDraggedOver: depth > 0,
    onDragEnter: (event: DragEvent) => holdsFile(event) && setDepth(depth + 1),
    onDragLeave: (event: DragEvent) =>
      holdsFile(event) && setDepth(Math.max(0, depth - 1)),
    onDragOver: (event: DragEvent) => {
      if (holdsFile(event)) {
        event.preventDefault();
      }
    },
    // The editor would otherwise insert the file's text, whatever its size.
    onDropCapture: (event: DragEvent) => {
      const file = event.dataTransfer.files[0];
      setDepth(0);
      if (file) {
        event.preventDefault();
        event.stopPropagation();
        onFile(file);
      }
    },
  };
}
