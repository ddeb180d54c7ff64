import { KeyboardEvent, PointerEvent } from 'react';
import { useTexts } from '../../translations';
import { DRAWER_MIN_WIDTH } from './useDrawerWidth';
import styles from './TaskDrawer.module.css';

const STEP = 40;

/**
 * @internal
 */
export interface DrawerResizerProps {
  /** In pixels. */
  width: number;
  onResize: (width: number) => void;
}

/**
 * The edge by which a drawer on the right is made wider or narrower, by pointer or arrow keys.
 *
 * @internal
 */
export function DrawerResizer({ width, onResize }: DrawerResizerProps) {
  const t = useTexts();
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) {
      onResize(window.innerWidth - event.clientX);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') {
      onResize(width + STEP);
    } else if (event.key === 'ArrowRight') {
      onResize(width - STEP);
    }
  };

  return (
    // A separator that can be moved is a control: https://www.w3.org/TR/wai-aria-1.2/#separator
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={styles.resizer}
      role="separator"
      aria-orientation="vertical"
      aria-label={t('taskDetails.width')}
      aria-valuenow={width}
      aria-valuemin={DRAWER_MIN_WIDTH}
      aria-valuemax={window.innerWidth}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}
