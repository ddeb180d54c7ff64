import {
  MouseEvent as ReactMouseEvent,
  RefObject,
  useEffect,
  useRef,
} from 'react';
import { LogListHandle } from '../list/LogListProps';
import { LineSelection } from './useLineSelection';
import { positionOf } from './positionOf';

// Pixels a frame, for each that the pointer is outside of the list.
const SPEED = 0.4;

/**
 * Selects whole lines with the mouse, as many as it is drawn over, also those that do not exist any more on the screen.
 * Within one line the browser selects, as everywhere.
 *
 * @returns to be called when the mouse is pressed on a line
 * @internal
 */
export function useLineDrag(options: {
  selection: LineSelection;
  list: RefObject<LogListHandle>;
  /** The mouse begins to be drawn over the lines. */
  onDraw(): void;
}): (event: ReactMouseEvent, start: number) => void {
  const latest = useRef(options);
  latest.current = options;
  const stop = useRef(() => {});
  useEffect(() => () => stop.current(), []);

  return (pressed, start) => {
    stop.current();
    const element = pressed.currentTarget as HTMLElement;
    let end = start;
    let isDrawing = false;
    let isSelecting = false;
    let outside = 0;
    let frame: number | undefined;

    const extendTo = (position: number | undefined) => {
      if (position === undefined || (position === end && !isSelecting)) {
        return;
      }
      const { selection } = latest.current;
      if (!isSelecting) {
        isSelecting = true;
        element.dataset.selecting = '';
        selection.select(start, false);
      }
      document.getSelection()?.removeAllRanges();
      if (position !== end) {
        end = position;
        selection.setActive(position);
        selection.select(position, true);
      }
    };
    const scroll = () => {
      frame = undefined;
      const { list } = latest.current;
      if (outside && list.current) {
        list.current.scrollBy(outside * SPEED);
        const { first, last } = list.current.inSight();
        extendTo(outside < 0 ? first : last);
        frame = requestAnimationFrame(scroll);
      }
    };
    const onMove = (event: MouseEvent) => {
      if (event.buttons % 2 === 0) {
        stop.current();
        return;
      }
      if (!isDrawing) {
        isDrawing = true;
        latest.current.onDraw();
      }
      const { top, bottom } = element.getBoundingClientRect();
      const { clientY: y } = event;
      outside = Math.min(0, y - top) + Math.max(0, y - bottom);
      if (outside) {
        frame ??= requestAnimationFrame(scroll);
      } else {
        extendTo(positionOf(event.target));
      }
    };
    stop.current = () => {
      document.removeEventListener('mousemove', onMove);
      document.removeEventListener('mouseup', stop.current);
      cancelAnimationFrame(frame ?? 0);
      delete element.dataset.selecting;
      stop.current = () => {};
    };
    document.addEventListener('mousemove', onMove);
    document.addEventListener('mouseup', stop.current);
  };
}
