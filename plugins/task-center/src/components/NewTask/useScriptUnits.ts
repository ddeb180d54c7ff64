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
  /**
   * Takes in files: one into an empty editor if it can be edited there, others behind what is there. Those that cannot be
   * read are left out.
   */
  take(files: File[]): Promise<void>;
  /** The names of those of the last files that could not be read. */
  unreadable: string[];
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
  const [unreadable, setUnreadable] = useState<string[]>([]);
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
      const { read, unreadable: left } = await readAll(files);
      setUnreadable(left);
      if (!read.length) {
        return;
      }
      const { units: old, sql: text } = latest.current;
      const [{ script: first }] = read;
      const isBlank = text.trim() === '';
      if (isBlank && !old.length && read.length === 1 && !('file' in first)) {
        change(first);
        return;
      }
      const added = read.map(({ file, script }) => {
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
      setUnreadable([]);
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

  return { units, selected, select, take, unreadable, remove, move };
}

async function readAll(files: File[]) {
  const outcomes = await Promise.allSettled(files.map(readScript));
  return {
    read: outcomes.flatMap((outcome, at) =>
      outcome.status === 'fulfilled'
        ? [{ file: files[at], script: outcome.value }]
        : [],
    ),
    unreadable: outcomes.flatMap(({ status }, at) =>
      status === 'rejected' ? [files[at].name] : [],
    ),
  };
}
