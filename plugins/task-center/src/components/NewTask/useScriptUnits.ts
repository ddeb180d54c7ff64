import { useCallback, useRef, useState } from 'react';
import { readScript } from './readScript';
import { EDITOR_UNIT, moveUnit, ScriptUnit } from './ScriptUnit';
import { TaskForm } from './TaskForm';

/** @internal */
export interface ScriptUnits {
  /** Empty while the editor's text is all there is. */
  units: ScriptUnit[];
  /** The id of the unit that is shown. */
  selected: string;
  select(id: string): void;
  /** Takes in files: one into an empty editor if it can be edited there, others behind what is there. */
  take(files: File[]): Promise<void>;
  remove(id: string): void;
  /** Moves a unit to a place, from 0. */
  move(id: string, to: number): void;
}

/**
 * The files of a script, and the editor's text among them.
 *
 * @param sql - the editor's text
 * @internal
 */
export function useScriptUnits(
  sql: string,
  change: (patch: Partial<TaskForm>) => void,
): ScriptUnits {
  const [units, setUnits] = useState<ScriptUnit[]>([]);
  const [selected, select] = useState(EDITOR_UNIT);
  const latest = useRef({ units, sql });
  latest.current = { units, sql };
  const count = useRef(0);

  const set = useCallback((changed: ScriptUnit[], shown?: string) => {
    const isEditorAlone = changed.every(({ id }) => id === EDITOR_UNIT);
    latest.current.units = isEditorAlone ? [] : changed;
    setUnits(latest.current.units);
    select(old => {
      const wanted = shown ?? old;
      const isThere = changed.some(({ id }) => id === wanted);
      return isThere ? wanted : changed[0]?.id ?? EDITOR_UNIT;
    });
  }, []);

  const take = useCallback(
    async (files: File[]) => {
      const read = await Promise.all(files.map(readScript));
      const { units: old, sql: text } = latest.current;
      const [first] = read;
      const isBlank = text.trim() === '';
      if (isBlank && !old.length && read.length === 1 && !('file' in first)) {
        change(first);
        return;
      }
      const added = files.map((file, at) => {
        const script = read[at];
        const reason = 'file' in script ? script.reason : undefined;
        return { id: `file-${++count.current}`, file, reason };
      });
      const before =
        old.length || isBlank ? old : [{ id: EDITOR_UNIT } as ScriptUnit];
      set([...before, ...added], added[0]?.id);
    },
    [change, set],
  );

  const remove = useCallback(
    (id: string) => {
      if (id === EDITOR_UNIT) {
        change({ sql: '' });
      }
      set(latest.current.units.filter(unit => unit.id !== id));
    },
    [change, set],
  );

  const move = useCallback(
    (id: string, to: number) => set(moveUnit(latest.current.units, id, to)),
    [set],
  );

  return { units, selected, select, take, remove, move };
}
