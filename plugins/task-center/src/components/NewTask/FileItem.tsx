import { KeyboardEvent } from 'react';
import { ButtonIcon } from '@backstage/ui';
import {
  RiArrowDownLine,
  RiArrowUpLine,
  RiCloseLine,
  RiDraggable,
} from '@remixicon/react';
import { Texts, useTexts } from '../../translations';
import { formatBytes } from '../common';
import styles from './FileList.module.css';
import { PartCount } from './ScriptCount';
import { ItemDragging } from './useReordering';

/** @internal */
export interface FileItemProps {
  name: string;
  bytes: number;
  /** From 0. */
  place: number;
  isFirst: boolean;
  isLast: boolean;
  isSelected: boolean;
  count: PartCount | undefined;
  drag: ItemDragging;
  onSelect(): void;
  onKeyDown(event: KeyboardEvent): void;
  onMove(to: number): void;
  onRemove(): void;
}

/**
 * A file in the list of those that make up the script.
 *
 * @internal
 */
export function FileItem(props: FileItemProps) {
  const { name, place, isFirst, isLast, isSelected, count, onMove } = props;
  const t = useTexts();
  const isAlone = isFirst && isLast;
  return (
    <li
      className={styles.item}
      data-selected={isSelected || undefined}
      {...props.drag}
    >
      {!isAlone && (
        <RiDraggable size={16} aria-hidden className={styles.handle} />
      )}
      <button
        type="button"
        className={styles.name}
        aria-pressed={isSelected}
        onClick={props.onSelect}
        onKeyDown={props.onKeyDown}
      >
        {name}
      </button>
      <span className={styles.facts}>
        {formatBytes(props.bytes, t)} · {describeCount(count, t)}
      </span>
      <span className={styles.actions}>
        {!isAlone && (
          <>
            <ButtonIcon
              variant="tertiary"
              size="small"
              icon={<RiArrowUpLine />}
              aria-label={t('newTask.files.up', { name })}
              isDisabled={isFirst}
              onPress={() => onMove(place - 1)}
            />
            <ButtonIcon
              variant="tertiary"
              size="small"
              icon={<RiArrowDownLine />}
              aria-label={t('newTask.files.down', { name })}
              isDisabled={isLast}
              onPress={() => onMove(place + 1)}
            />
          </>
        )}
        <ButtonIcon
          variant="tertiary"
          size="small"
          icon={<RiCloseLine />}
          aria-label={t('newTask.files.remove', { name })}
          onPress={props.onRemove}
        />
      </span>
    </li>
  );
}

function describeCount(count: PartCount | undefined, t: Texts): string {
  if (!count?.isFinished) {
    return t('newTask.files.counting');
  }
  const { statements } = count;
  return t('newTask.script.statements', {
    count: statements,
  });
}
