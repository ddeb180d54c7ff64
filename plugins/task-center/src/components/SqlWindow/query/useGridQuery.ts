import { useCallback, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  ResultFilter,
  ResultSet,
  ResultSort,
} from 'backstage-plugin-task-center-common';
import { GridQuery } from './GridQuery';
import {
  formatHidden,
  formatSort,
  parseHidden,
  parseSort,
} from './gridQueryParams';

/**
 * What is kept of a result set while another one is looked at.
 *
 * @internal
 */
export interface RememberedQuery {
  filters: ResultFilter[];
  scope: GridQuery['scope'];
  /** As they stand in the address. */
  sort?: string;
  hide?: string;
}

/** @internal */
export interface GridQueryState {
  query: GridQuery;
  hidden: ReadonlySet<number>;
  setSort(sort: ResultSort[]): void;
  setHidden(hidden: ReadonlySet<number>): void;
  setFilters(filters: ResultFilter[]): void;
  setScope(scope: GridQuery['scope']): void;
  /** Puts filters, order and scope back to what they were. */
  restore(query: GridQuery): void;
}

/**
 * How a person wants to see a result set. The order and the hidden columns are in the address, as numbers; filters are
 * not, because they hold what is in the rows.
 *
 * @internal
 */
export function useGridQuery(
  resultSet: ResultSet,
  memory: Map<number, RememberedQuery>,
): GridQueryState {
  const { index, columns } = resultSet;
  const [params, setParams] = useSearchParams();
  const [asked, setAsked] = useState<RememberedQuery>(
    () => memory.get(index) ?? { filters: [], scope: 'whole' },
  );
  const sortParam = params.get('sort') ?? '';
  const hideParam = params.get('hide') ?? '';
  memory.set(index, { ...asked, sort: sortParam, hide: hideParam });

  const sort = useMemo(
    () => parseSort(sortParam, columns.length),
    [sortParam, columns.length],
  );
  const hidden = useMemo(
    () => parseHidden(hideParam, columns.length),
    [hideParam, columns.length],
  );
  const query = useMemo(
    () => ({ filters: asked.filters, scope: asked.scope, sort }),
    [asked, sort],
  );

  const latest = useRef(setParams);
  latest.current = setParams;
  const setParam = useCallback((name: string, value: string) => {
    latest.current(
      current => {
        const changed = new URLSearchParams(current);
        if (value) {
          changed.set(name, value);
        } else {
          changed.delete(name);
        }
        return changed;
      },
      { replace: true },
    );
  }, []);

  return useMemo(() => {
    const setSort = (next: ResultSort[]) => setParam('sort', formatSort(next));
    return {
      query,
      hidden,
      setSort,
      setHidden: next => setParam('hide', formatHidden(next)),
      setFilters: filters => setAsked(old => ({ ...old, filters })),
      setScope: scope => setAsked(old => ({ ...old, scope })),
      restore: old => {
        setAsked({ filters: old.filters, scope: old.scope });
        setSort(old.sort);
      },
    };
  }, [query, hidden, setParam]);
}
