import { MouseEvent, RefObject } from 'react';
import { useNavigate } from 'react-router-dom';
import { LogLine } from 'backstage-plugin-task-center-common';
import { PageCache } from '../../../longList';
import { copySelection, LogListEvents, LogListHandle } from '../list';
import { positionOf } from './positionOf';
import { LineKeysOptions, useLineKeys } from './useLineKeys';
import { useLineDrag } from './useLineDrag';

/** @internal */
export interface LogListEventsOptions extends Omit<LineKeysOptions, 'onOpen'> {
  cache: PageCache<LogLine>;
  list: RefObject<LogListHandle>;
  /** A selection begins to be drawn with the mouse. */
  onDraw(): void;
  /** The query of the address that shows the record of a statement. */
  searchStatement(statement: number): string;
}

/**
 * What keys and pointer do in the list of lines.
 *
 * @internal
 */
export function useLogListEvents(options: LogListEventsOptions): LogListEvents {
  const { cache, list, selection } = options;
  const navigate = useNavigate();
  const drag = useLineDrag({ selection, list, onDraw: options.onDraw });

  const openStatement = (statement: number) =>
    navigate({ search: options.searchStatement(statement) });
  const onKeyDown = useLineKeys({
    ...options,
    onOpen: position => {
      const statement = cache.get(position)?.statement;
      if (statement !== undefined) {
        openStatement(statement);
      }
    },
  });

  const onMouseDown = (event: MouseEvent<HTMLElement>) => {
    const position = positionOf(event.target);
    if (position === undefined || event.button !== 0) {
      return;
    }
    if (linkOf(event) || event.shiftKey) {
      // Else the link would have the focus, which is the list's, or text would be selected.
      event.preventDefault();
      event.currentTarget.focus({ preventScroll: true });
    } else {
      selection.setActive(position);
      drag(event, position);
    }
  };

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const position = positionOf(event.target);
    const link = linkOf(event);
    // What the browser does with links is left to it.
    if (position === undefined || event.ctrlKey || event.metaKey) {
      return;
    }
    if (link?.dataset.statement) {
      event.preventDefault();
      openStatement(Number(link.dataset.statement));
    } else if (link || event.shiftKey) {
      event.preventDefault();
      // Before the line that the keyboard is at changes, where it may have to begin.
      selection.select(position, event.shiftKey);
      selection.setActive(position);
    }
  };

  return {
    onKeyDown,
    onMouseDown,
    onClick,
    onCopy: event => copySelection(event, cache),
  };
}

function linkOf(event: MouseEvent): HTMLElement | undefined {
  return (event.target as Element).closest('a') ?? undefined;
}
