/**
 * One of several parts of the script, in the order in which they run. The one without a file is the editor's text.
 *
 * @internal
 */
export interface ScriptUnit {
  id: string;
  file?: File;
  /** Why the file is not in the editor. */
  reason?: 'size' | 'encoding' | 'lineEnds';
}

/**
 * The id of the unit that stands for the editor's text.
 *
 * @internal
 */
export const EDITOR_UNIT = 'editor';

/**
 * Moves a unit to another place.
 *
 * @param to - its place afterwards, from 0; past either end it goes to that end
 * @internal
 */
export function moveUnit(
  units: ScriptUnit[],
  id: string,
  to: number,
): ScriptUnit[] {
  const moved = units.find(unit => unit.id === id);
  const others = units.filter(unit => unit.id !== id);
  if (!moved) {
    return units;
  }
  const place = Math.min(Math.max(0, to), others.length);
  return [...others.slice(0, place), moved, ...others.slice(place)];
}
