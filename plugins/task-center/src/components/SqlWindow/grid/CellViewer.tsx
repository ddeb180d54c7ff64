import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Switch,
} from '@backstage/ui';
import { ResultColumn } from 'backstage-plugin-task-center-common';
import { CopyButton, formatCount, formatQuantity } from '../../common';
import styles from './CellViewer.module.css';

const SHOWN_CHARACTERS = 200_000;

/** @internal */
export interface CellViewerProps {
  column: ResultColumn;
  /** From 0. */
  row: number;
  value: string | null;
  onClose(): void;
}

/**
 * Shows the whole value of a cell.
 *
 * @internal
 */
export function CellViewer({ column, row, value, onClose }: CellViewerProps) {
  const [isFormatted, setIsFormatted] = useState(true);
  const formatted = formatJson(value);
  const text = (isFormatted ? formatted : undefined) ?? value ?? '';
  return (
    <Dialog isOpen onOpenChange={open => open || onClose()} width={720}>
      <DialogHeader>
        {column.name} · row {formatCount(row + 1)}
      </DialogHeader>
      <DialogBody>
        <div className={styles.facts}>
          <span>
            {column.type.toLowerCase()} · {describe(value)}
            {text.length > SHOWN_CHARACTERS &&
              `, of which the first ${formatCount(
                SHOWN_CHARACTERS,
              )} are shown; Copy takes all`}
          </span>
          {formatted !== undefined && (
            <Switch
              label="Format the JSON"
              isSelected={isFormatted}
              onChange={setIsFormatted}
            />
          )}
        </div>
        {value === null || value === '' ? (
          <p className={styles.nothing}>
            {value === null ? 'NULL' : '∅ An empty text'}
          </p>
        ) : (
          // A long value is scrolled with the keyboard.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <pre className={styles.value} tabIndex={0}>
            {text.slice(0, SHOWN_CHARACTERS)}
          </pre>
        )}
      </DialogBody>
      <DialogFooter>
        <CopyButton text={text} isDisabled={!value}>
          Copy
        </CopyButton>
        <Button variant="secondary" onPress={onClose}>
          Close
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function describe(value: string | null): string {
  if (value === null) {
    return 'NULL';
  }
  return /^0x[0-9a-f]*$/i.test(value)
    ? formatQuantity((value.length - 2) / 2, 'byte')
    : formatQuantity([...value].length, 'character');
}

function formatJson(value: string | null): string | undefined {
  if (!value || !/^\s*[[{]/.test(value) || value.length > 1_000_000) {
    return undefined;
  }
  try {
    const formatted = JSON.stringify(JSON.parse(value), null, 2);
    // Only where nothing but blanks changes: no rounded number, no lost key.
    return withoutBlanks(value) === withoutBlanks(formatted)
      ? formatted
      : undefined;
  } catch {
    return undefined;
  }
}

function withoutBlanks(text: string): string {
  return text.replace(/\s/g, '');
}
