import { useCallback, useMemo, useRef, useState } from 'react';
import { LogLevelFilter, LogLine } from 'backstage-plugin-task-center-common';
import { PageCache } from '../../../longList';
import { linesBetween, MarkedLines } from '../MarkedLines';

/**
 * The line that the keyboard is at, and the lines that are selected.
 *
 * @internal
 */
export interface LineSelection {
  /** The position of the line that the keyboard is at, among those of the level. */
  active: number | undefined;
  setActive(position: number): void;
  /** Selects a line alone, or all up to it from where the selection began, or else from the line of the keyboard. */
  select(position: number, isRange: boolean): void;
  selectAll(): void;
  /** What is selected next begins at this line, unless it is at the end of what is selected. */
  startAt(position: number): void;
  clear(): void;
}

/** @internal */
export function useLineSelection(options: {
  cache: PageCache<LogLine>;
  level: LogLevelFilter;
  marked: MarkedLines | undefined;
  mark(marked: MarkedLines | undefined): void;
}): LineSelection {
  const { cache, level } = options;
  const [at, setAt] = useState<{ cache: unknown; position: number }>();
  const active = at?.cache === cache ? at.position : undefined;
  const latest = useRef({ ...options, active });
  latest.current = { ...options, active };
  const anchor = useRef<number>();
  const asked = useRef(0);

  const indexAt = useCallback(
    async (position: number) =>
      level === 'all' ? position : (await cache.fetch(position))?.index,
    [cache, level],
  );
  /** Only the last of several that are under way counts. */
  const attempt = useCallback(
    async (work: () => Promise<MarkedLines | void>) => {
      const turn = ++asked.current;
      // A page that cannot be loaded is told of by the list itself.
      const marked = await work().catch(() => undefined);
      if (marked && turn === asked.current) {
        latest.current.mark(marked);
      }
    },
    [],
  );

  const acts = useMemo(
    () => ({
      setActive: (position: number) => setAt({ cache, position }),
      select: (position: number, isRange: boolean) =>
        attempt(async () => {
          const start = latest.current.active ?? position;
          const line = await indexAt(position);
          if (line === undefined) {
            return undefined;
          }
          if (!isRange) {
            anchor.current = line;
          }
          anchor.current ??=
            latest.current.marked?.from ?? (await indexAt(start)) ?? line;
          return linesBetween(anchor.current, line);
        }),
      selectAll: () =>
        attempt(async () => {
          const [from, to] = await Promise.all(
            [0, cache.total - 1].map(indexAt),
          );
          anchor.current = from;
          return from !== undefined && to !== undefined
            ? { from, to }
            : undefined;
        }),
      startAt: (position: number) => {
        const line = cache.get(position)?.index;
        const { marked } = latest.current;
        if (
          line !== undefined &&
          line !== marked?.from &&
          line !== marked?.to
        ) {
          anchor.current = line;
        }
      },
      clear: () => {
        asked.current += 1;
        anchor.current = undefined;
        latest.current.mark(undefined);
      },
    }),
    [cache, indexAt, attempt],
  );
  return { active, ...acts };
}
