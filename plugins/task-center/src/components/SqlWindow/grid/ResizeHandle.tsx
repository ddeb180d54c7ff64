import { KeyboardEvent, PointerEvent } from 'react';
import { useTexts } from '../../../translations';
import { MIN_COLUMN_WIDTH } from './columnWidths';
import styles from './GridHeader.module.css';

const KEY_STEP = 16;

/** @internal */
export interface ResizeHandleProps {
  name: string;
  /** In pixels. */
  width: number;
  onResize(width: number): void;
  onFit(): void;
}

/**
 * Changes the width of a column by pointer or arrow keys; a double click makes it as wide as what is in it.
 *
 * @internal
 */
export function ResizeHandle(props: ResizeHandleProps) {
  const t = useTexts();
  const { name, width, onResize, onFit } = props;
  const resize = (to: number) => onResize(Math.max(MIN_COLUMN_WIDTH, to));

  const drag = (event: PointerEvent<HTMLSpanElement>) => {
    event.preventDefault();
    const handle = event.currentTarget;
    const from = event.clientX;
    handle.setPointerCapture?.(event.pointerId);
    const move = (e: globalThis.PointerEvent) =>
      resize(width + e.clientX - from);
    handle.addEventListener('pointermove', move);
    handle.addEventListener(
      'lostpointercapture',
      () => handle.removeEventListener('pointermove', move),
      { once: true },
    );
  };

  const step = (event: KeyboardEvent) => {
    const change = { ArrowLeft: -KEY_STEP, ArrowRight: KEY_STEP }[event.key];
    if (change) {
      event.preventDefault();
      event.stopPropagation();
      resize(width + change);
    }
  };

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={t('resultGrid.column.width', { name })}
      aria-valuenow={Math.round(width)}
      aria-valuemin={MIN_COLUMN_WIDTH}
      tabIndex={-1}
      className={styles.resizeHandle}
      onPointerDown={drag}
      onMouseDown={event => event.stopPropagation()}
      onDoubleClick={event => {
        event.stopPropagation();
        onFit();
      }}
      onKeyDown={step}
    />
  );
}
