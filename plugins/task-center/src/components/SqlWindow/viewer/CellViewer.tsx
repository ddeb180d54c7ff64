import { useMemo, useState } from 'react';
import {
  Button,
  ButtonIcon,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Skeleton,
  Switch,
} from '@backstage/ui';
import {
  RiArrowDownLine,
  RiArrowLeftLine,
  RiArrowRightLine,
  RiArrowUpLine,
  RiSave3Line,
} from '@remixicon/react';
import { ResultColumn } from 'backstage-plugin-task-center-common';
import { useStored } from '../../../hooks';
import { useTexts } from '../../../translations';
import { CopyButton } from '../../common';
import { saveBlob } from '../bundle/saveBlob';
import { columnKind } from '../grid/columnKind';
import { columnName } from '../grid/columnName';
import styles from './CellViewer.module.css';
import { describeValue } from './describeValue';
import { formatJsonText } from './formatJsonText';
import { HexDump } from './HexDump';
import { TextValue } from './TextValue';
import { CellStep, useStepKeys } from './useStepKeys';
import { valueFile } from './valueFile';

const STEP_BUTTONS: [CellStep, string, JSX.Element][] = [
  ['up', 'ArrowUp', <RiArrowUpLine key="up" />],
  ['down', 'ArrowDown', <RiArrowDownLine key="down" />],
  ['left', 'ArrowLeft', <RiArrowLeftLine key="left" />],
  ['right', 'ArrowRight', <RiArrowRightLine key="right" />],
];

/** @internal */
export interface CellViewerProps {
  column: ResultColumn;
  /** Of the column, from 0. */
  index: number;
  /** Of the row in the result set, from 0. */
  position: number | undefined;
  /** Undefined while it is being loaded. */
  value: string | null | undefined;
  canStep(step: CellStep): boolean;
  onStep(step: CellStep): void;
  onClose(): void;
}

/**
 * Shows the whole value of a cell. With Alt, the arrow keys go to its neighbours.
 *
 * @internal
 */
export function CellViewer(props: CellViewerProps) {
  const t = useTexts();
  const { column, index, position, value, canStep, onStep, onClose } = props;
  const [isFormatted, setIsFormatted] = useState(true);
  const [isWrapped, setIsWrapped] = useStored<boolean>('wrapCells', true);
  const name = columnName(column, index, t);
  const isBytes =
    columnKind(column.type) === 'binary' && /^0x/.test(value ?? '');
  const formatted = useMemo(
    () => (value && !isBytes ? formatJsonText(value) : undefined),
    [value, isBytes],
  );
  const text = (isFormatted ? formatted : undefined) ?? value ?? '';

  useStepKeys(step => canStep(step) && onStep(step));
  const save = () => {
    const file = valueFile(value ?? '', isBytes, formatted !== undefined);
    const row = position === undefined ? '' : `-${position + 1}`;
    const base = `${name}${row}`.replace(/[^\p{L}\p{N}_.-]+/gu, '-');
    saveBlob(file.blob, `${base}.${file.extension}`);
  };

  return (
    <Dialog isOpen onOpenChange={open => open || onClose()} width={800}>
      <DialogHeader>
        {position === undefined
          ? name
          : t('resultGrid.value.row', { name, row: position + 1 })}
      </DialogHeader>
      <DialogBody>
        <div className={styles.body}>
          <div className={styles.facts}>
            <span aria-live="polite">
              {column.type.toLowerCase()}
              {value !== undefined && ` · ${describeValue(value, isBytes, t)}`}
            </span>
            <span className={styles.tools}>
              {formatted !== undefined && (
                <Switch
                  label={t('resultGrid.value.formatJson')}
                  isSelected={isFormatted}
                  onChange={setIsFormatted}
                />
              )}
              {!isBytes && (
                <Switch
                  label={t('resultGrid.value.wrap')}
                  isSelected={isWrapped}
                  onChange={setIsWrapped}
                />
              )}
              <span>
                {STEP_BUTTONS.map(([step, key, icon]) => (
                  <ButtonIcon
                    key={step}
                    variant="tertiary"
                    size="small"
                    aria-label={t(`resultGrid.value.${step}`)}
                    aria-keyshortcuts={`Alt+${key}`}
                    icon={icon}
                    isDisabled={!canStep(step)}
                    onPress={() => onStep(step)}
                  />
                ))}
              </span>
            </span>
          </div>
          <Value
            value={value}
            text={text}
            isBytes={isBytes}
            isWrapped={isWrapped}
          />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="tertiary"
          iconStart={<RiSave3Line />}
          isDisabled={!value}
          onPress={save}
        >
          {t('resultGrid.value.save')}
        </Button>
        <CopyButton text={text} isDisabled={!value}>
          {t('common.copy')}
        </CopyButton>
        <Button variant="secondary" onPress={onClose}>
          {t('common.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function Value(props: {
  value: string | null | undefined;
  text: string;
  isBytes: boolean;
  isWrapped: boolean;
}) {
  const t = useTexts();
  const { value, text, isBytes, isWrapped } = props;
  if (value === undefined) {
    return <Skeleton height={240} />;
  }
  if (value === null || value === '' || value === '0x') {
    return (
      <p className={styles.nothing}>
        {value === null
          ? 'NULL'
          : `∅ ${t(
              value ? 'resultGrid.value.noBytes' : 'resultGrid.value.noText',
            )}`}
      </p>
    );
  }
  return isBytes ? (
    <HexDump value={value} />
  ) : (
    <TextValue text={text} isWrapped={isWrapped} />
  );
}
