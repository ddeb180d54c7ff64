import { KeyboardEvent, PointerEvent } from 'react';
import { ResultColumn } from 'backstage-plugin-task-center-common';
import { MIN_COLUMN_WIDTH } from './columnWidths';
import { VisibleColumn } from './GridRow';
import styles from './ResultGrid.module.css';

const KEY_STEP = 16;

/** @internal */
export interface GridHeaderProps {
  columns: ResultColumn[];
  visible: VisibleColumn[];
  width: number;
  onResize(column: number, width: number): void;
}

/**
 * The names and types of the columns in sight, and handles that change their widths.
 *
 * @internal
 */
export function GridHeader(props: GridHeaderProps) {
  const { columns, visible, width, onResize } = props;
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={styles.header}
      style={{ width }}
    >
      <div role="columnheader" aria-colindex={1} className={styles.corner}>
        #
      </div>
      {visible.map(({ index, start, size, kind }) => {
        const { name, type } = columns[index];
        return (
          <div
            key={index}
            role="columnheader"
            aria-colindex={index + 2}
            className={styles.columnHeader}
            data-kind={kind}
            data-column={index}
            title={`${name} · ${type}`}
            style={{ left: start, width: size }}
          >
            <span className={styles.columnName}>{name || '(no name)'}</span>
            <span className={styles.columnType}>{type}</span>
            <ResizeHandle
              name={name}
              width={size}
              onResize={newWidth => onResize(index, newWidth)}
            />
          </div>
        );
      })}
    </div>
  );
}

function ResizeHandle(props: {
  name: string;
  width: number;
  onResize(width: number): void;
}) {
  const { name, width, onResize } = props;
  const resize = (to: number) => onResize(Math.max(MIN_COLUMN_WIDTH, to));

  const drag = (event: PointerEvent<HTMLSpanElement>) => {
    event.preventDefault();
    const handle = event.currentTarget;
    const from = event.clientX;
    handle.setPointerCapture(event.pointerId);
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
      aria-label={`Width of ${name}`}
      aria-valuenow={Math.round(width)}
      aria-valuemin={MIN_COLUMN_WIDTH}
      tabIndex={-1}
      className={styles.resizeHandle}
      onPointerDown={drag}
      onMouseDown={event => event.stopPropagation()}
      onKeyDown={step}
    />
  );
}
