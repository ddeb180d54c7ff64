import { DragEvent, useState } from 'react';
import { ScriptUnit } from './ScriptUnit';

const TYPE = 'application/x-task-center-unit';

/**
 * What an item needs to be dragged, and to be dropped on.
 *
 * @internal
 */
export interface ItemDragging {
  draggable: boolean;
  'data-drop'?: 'before' | 'behind';
  onDragStart(event: DragEvent): void;
  onDragOver(event: DragEvent): void;
  onDrop(event: DragEvent): void;
  onDragEnd(): void;
}

/**
 * Moves units by dragging one onto another, whose place it takes.
 *
 * @param move - called with the unit and its new place, from 0
 * @internal
 */
export function useReordering(
  units: ScriptUnit[],
  move: (unit: ScriptUnit, to: number) => void,
): { of(unit: ScriptUnit): ItemDragging } {
  const [dragged, setDragged] = useState<string>();
  const [target, setTarget] = useState<string>();
  const placeOf = (id?: string) => units.findIndex(unit => unit.id === id);
  const end = () => {
    setDragged(undefined);
    setTarget(undefined);
  };

  return {
    of: unit => ({
      draggable: units.length > 1,
      'data-drop': dropMark(unit.id, { dragged, target, placeOf }),
      onDragStart: event => {
        event.dataTransfer.setData(TYPE, unit.id);
        event.dataTransfer.effectAllowed = 'move';
        setDragged(unit.id);
      },
      onDragOver: event => {
        if (event.dataTransfer.types.includes(TYPE)) {
          event.preventDefault();
          setTarget(unit.id);
        }
      },
      onDrop: event => {
        const id = event.dataTransfer.getData(TYPE);
        const moved = units.find(each => each.id === id);
        if (moved) {
          event.preventDefault();
          move(moved, placeOf(unit.id));
        }
        end();
      },
      onDragEnd: end,
    }),
  };
}

function dropMark(
  id: string,
  state: {
    dragged?: string;
    target?: string;
    placeOf(id?: string): number;
  },
): 'before' | 'behind' | undefined {
  const { dragged, target, placeOf } = state;
  if (id !== target || id === dragged) {
    return undefined;
  }
  return placeOf(dragged) < placeOf(id) ? 'behind' : 'before';
}
