import {
  selectPlace,
  GridKey,
  GridSelection,
  moveSelection,
  rangeOf,
} from './GridSelection';

const size = { rows: 1_000_000, columns: 5, page: 20 };
const at = (row: number, column: number): GridSelection => ({
  focus: { row, column },
  anchor: { row, column },
});
const press = (
  selection: GridSelection,
  key: string,
  modifiers: Partial<GridKey> = {},
) =>
  moveSelection(
    selection,
    { key, shiftKey: false, modKey: false, ...modifiers },
    size,
  );

describe('moveSelection', () => {
  it.each([
    ['ArrowDown', {}, 11, 2],
    ['ArrowUp', {}, 9, 2],
    ['ArrowLeft', {}, 10, 1],
    ['ArrowRight', {}, 10, 3],
    ['PageDown', {}, 30, 2],
    ['PageUp', {}, 0, 2],
    ['Home', {}, 10, 0],
    ['End', {}, 10, 4],
    ['End', { modKey: true }, 999_999, 4],
    ['Home', { modKey: true }, 0, 0],
    ['ArrowDown', { modKey: true }, 999_999, 2],
  ])('%s %j', (key, modifiers, row, column) => {
    expect(press(at(10, 2), key, modifiers)).toEqual(at(row, column));
  });

  it('stays inside the grid', () => {
    expect(press(at(0, 0), 'ArrowUp')).toEqual(at(0, 0));
    expect(press(at(999_999, 4), 'ArrowRight')).toEqual(at(999_999, 4));
  });

  it('extends from where it began', () => {
    const once = press(at(10, 2), 'ArrowUp', { shiftKey: true })!;
    const twice = press(once, 'ArrowRight', { shiftKey: true })!;
    expect(rangeOf(twice)).toEqual({
      firstRow: 9,
      lastRow: 10,
      firstColumn: 2,
      lastColumn: 3,
    });
    expect(press(twice, 'ArrowDown')).toEqual(at(10, 3));
  });

  it('selects everything', () => {
    expect(rangeOf(press(at(10, 2), 'a', { modKey: true })!)).toEqual({
      firstRow: 0,
      lastRow: 999_999,
      firstColumn: 0,
      lastColumn: 4,
    });
  });

  it('leaves other keys alone', () => {
    expect(press(at(10, 2), 'a')).toBeUndefined();
    expect(press(at(10, 2), 'Tab')).toBeUndefined();
  });
});

describe('selectPlace', () => {
  it('takes a cell, a whole row or a whole column', () => {
    expect(selectPlace(at(1, 1), { row: 7, column: 3 }, false, size)).toEqual(
      at(7, 3),
    );
    expect(rangeOf(selectPlace(at(1, 1), { row: 7 }, false, size))).toEqual({
      firstRow: 7,
      lastRow: 7,
      firstColumn: 0,
      lastColumn: 4,
    });
    expect(rangeOf(selectPlace(at(1, 1), { column: 3 }, false, size))).toEqual({
      firstRow: 0,
      lastRow: 999_999,
      firstColumn: 3,
      lastColumn: 3,
    });
  });

  it('extends to a cell or over rows', () => {
    expect(
      rangeOf(selectPlace(at(9, 1), { row: 7, column: 3 }, true, size)),
    ).toEqual({ firstRow: 7, lastRow: 9, firstColumn: 1, lastColumn: 3 });
    expect(rangeOf(selectPlace(at(9, 1), { row: 12 }, true, size))).toEqual({
      firstRow: 9,
      lastRow: 12,
      firstColumn: 0,
      lastColumn: 4,
    });
  });
});
