import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { giveElementsSize } from '../../__testUtils__/giveElementsSize';
import {
  currentUrl,
  findCell,
  renderSqlWindow,
  SMALL,
  TOTAL,
} from './__testUtils__/renderSqlWindow';

giveElementsSize({ width: 900, height: 500 });

const headers = () =>
  screen
    .getAllByRole('columnheader', { hidden: true })
    .slice(1)
    .map(header => header.getAttribute('title')!.split(' ')[0]);

describe('the columns of the SQL window', () => {
  it('are hidden and shown, which the address remembers', async () => {
    renderSqlWindow();
    await findCell(0, 0);
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    const list = within(await screen.findByRole('dialog'));
    await userEvent.click(list.getByRole('checkbox', { name: 'name' }));
    expect(headers()).toEqual(['id', 'photo']);
    expect(currentUrl()).toContain('hide=2');
    await userEvent.click(list.getByRole('checkbox', { name: 'id' }));
    expect(list.getByRole('checkbox', { name: 'photo' })).toBeDisabled();
    await userEvent.click(list.getByRole('button', { name: 'Show all' }));
    expect(headers()).toEqual(['id', 'name', 'photo']);
    expect(currentUrl()).not.toContain('hide');
  });

  it('are searched for when there are many', async () => {
    const columns = Array.from({ length: 200 }, (_, i) => ({
      name: `column_${i + 1}`,
      type: 'INT',
    }));
    renderSqlWindow({
      listResults: async () => [{ ...SMALL, columns }],
      getRows: async () => ({
        items: [columns.map((_, i) => String(i))],
        totalItems: 1_500,
      }),
    });
    await findCell(0, 0);
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    const list = within(await screen.findByRole('dialog'));
    await userEvent.type(
      list.getByRole('searchbox', { name: 'Find a column' }),
      '_19',
    );
    await userEvent.click(
      list.getByRole('button', { name: 'Show only these' }),
    );
    expect(currentUrl()).toContain('hide=1-18%2C20-189');
    expect(headers()).toEqual(
      expect.arrayContaining(['column_19', 'column_190', 'column_191']),
    );
    expect(screen.getByText('Columns: 11 of 200')).toBeInTheDocument();
  });

  it('come back as the address says', async () => {
    renderSqlWindow({}, {}, '&hide=1,3&sort=x');
    expect(await findCell(0, 0)).toHaveTextContent('name 1');
    expect(headers()).toEqual(['name']);
    expect(screen.queryByText('sorted by')).toBeNull();
  });

  it('keep their order, their filters and what is hidden of each result set', async () => {
    renderSqlWindow({}, {}, '&hide=2');
    await findCell(0, 0);
    await userEvent.click(await screen.findByRole('tab', { name: /#13/ }));
    await waitFor(() => expect(currentUrl()).not.toContain('hide'));
    await userEvent.click(await screen.findByRole('tab', { name: /#12/ }));
    await waitFor(() => expect(currentUrl()).toContain('hide=2'));
  });

  it('become as wide as what is in them', async () => {
    renderSqlWindow({ listResults: async () => [SMALL] });
    const cell = await findCell(0, 0);
    const before = parseFloat(cell.style.width);
    const handle = screen.getByRole('separator', { name: 'Width of name' });
    const width = () => Number(handle.getAttribute('aria-valuenow'));
    const first = width();
    handle.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(width()).toBe(first + 16);
    await userEvent.dblClick(handle);
    expect(width()).toBeLessThan(first + 16);
    expect(parseFloat((await findCell(0, 0)).style.width)).toBe(before);
  });

  it("grow with the rows that come, except those that have a width of one's own", async () => {
    renderSqlWindow({
      getRows: async (_id, _set, { offset = 0, limit = 0 }) => ({
        items: Array.from({ length: limit }, (_, i) =>
          offset + i < 1_000
            ? ['1', 'short', '0x00']
            : ['1234567890'.repeat(2), 'long enough to be cut', 'x'.repeat(99)],
        ),
        totalItems: TOTAL,
      }),
    });
    await findCell(0, 0);
    const width = (name: string) =>
      Number(
        screen
          .getByRole('separator', { name: `Width of ${name}` })
          .getAttribute('aria-valuenow'),
      );
    const [id, name] = [width('id'), width('name')];
    screen.getByRole('separator', { name: 'Width of name' }).focus();
    await userEvent.keyboard('{ArrowLeft}');

    const grid = screen.getByRole('grid');
    fireEvent.scroll(grid, { target: { scrollTop: 56_000, scrollLeft: id } });
    await waitFor(() => expect(width('id')).toBeGreaterThan(id + 50));
    expect(width('name')).toBe(name - 16);
    expect(width('photo')).toBe(360);
    // The columns to the right of the one that has grown stay where they were seen.
    expect(grid.scrollLeft).toBe(width('id'));

    const grown = width('id');
    fireEvent.scroll(grid, { target: { scrollTop: 0 } });
    await findCell(0, 0);
    expect(width('id')).toBe(grown);
  });
});
