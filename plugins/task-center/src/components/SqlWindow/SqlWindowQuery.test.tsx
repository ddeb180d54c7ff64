import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ResultView } from 'backstage-plugin-task-center-common';
import { TaskCenterApi } from '../../api';
import { giveElementsSize } from '../../__testUtils__/giveElementsSize';
import {
  columnTexts,
  currentUrl,
  findCell,
  renderSqlWindow,
  rowAt,
  SMALL,
  TOTAL,
} from './__testUtils__/renderSqlWindow';

giveElementsSize({ width: 900, height: 500 });

const small = { listResults: async () => [SMALL] };

/** A service whose view holds every tenth row, backwards. */
function withView(view: Partial<ResultView> = {}): Partial<TaskCenterApi> {
  const ready: ResultView = {
    id: 'v1',
    state: 'ready',
    scannedRows: TOTAL,
    rowCount: 100,
    ...view,
  };
  return {
    createResultView: async () => ({
      id: 'v1',
      state: 'building',
      scannedRows: 0,
    }),
    getResultView: async () => ready,
    getRows: async (_id, _set, { offset = 0, limit = 0, view: id }) => {
      const positions = Array.from({ length: limit }, (_, i) =>
        id ? 999 - (offset + i) * 10 : offset + i,
      ).slice(0, id ? 100 - offset : undefined);
      return {
        items: positions.map(rowAt),
        totalItems: id ? 100 : TOTAL,
        ...(id && { positions }),
      };
    },
  };
}

const openMenu = (column: string) =>
  userEvent.click(screen.getByRole('button', { name: `Menu of ${column}` }));
const choose = async (item: string) =>
  userEvent.click(await screen.findByRole('menuitem', { name: item }));

async function addFilter(column: string, value: string) {
  await openMenu(column);
  await choose('Filter…');
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.type(dialog.getByRole('textbox', { name: 'Value' }), value);
  await userEvent.click(dialog.getByRole('button', { name: 'Apply' }));
}

describe('sorting and filtering in the SQL window', () => {
  it('sorts a small result set at once, and keeps the order in the address', async () => {
    const api = renderSqlWindow(small);
    await findCell(0, 0);
    const sort = screen.getByRole('button', { name: 'Sort by id' });
    await userEvent.click(sort);
    await userEvent.click(sort);
    await waitFor(() =>
      expect(columnTexts(0, 3)).toEqual(['1500', '1499', '1498']),
    );
    expect(currentUrl()).toBe(
      '/task-center/tasks/t1/results?resultSet=1&sort=-1',
    );
    expect(screen.getByRole('columnheader', { name: /^id/ })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    const [row] = screen.getAllByRole('row', { name: /1500/ });
    expect(within(row).getByRole('rowheader')).toHaveTextContent('1500');
    expect(api.createResultView).not.toHaveBeenCalled();
  });

  it('takes a second column with Shift, and numbers them', async () => {
    renderSqlWindow(small, {}, '&sort=3');
    await findCell(0, 0);
    await waitFor(() => expect(columnTexts(0, 1)).toEqual(['3']));
    const user = userEvent.setup();
    await user.keyboard('{Shift>}');
    await user.click(screen.getByRole('button', { name: 'Sort by id' }));
    await user.keyboard('{/Shift}');
    expect(currentUrl()).toContain('sort=3%2C1');
    expect(screen.getByText('sorted by photo ↑, id ↑')).toBeInTheDocument();
  });

  it('filters a small result set by column, and takes the filter back', async () => {
    renderSqlWindow(small);
    await findCell(0, 0);
    await addFilter('id', '77');
    expect(await screen.findByText('1 of 1,500 rows')).toBeInTheDocument();
    expect(columnTexts(1, 1)).toEqual(['name 77']);
    expect(currentUrl()).not.toContain('77');

    await userEvent.click(
      screen.getByRole('button', { name: 'Remove: id = 77' }),
    );
    expect(await screen.findByText('row 1–17 of 1,500')).toBeInTheDocument();
  });

  it('says when no row passes', async () => {
    renderSqlWindow(small);
    await findCell(0, 0);
    await addFilter('name', 'nobody');
    expect(
      await screen.findByText('No row passes the filters'),
    ).toBeInTheDocument();
    expect(screen.getByRole('columnheader', { name: /^id/ })).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove the filters' }),
    );
    expect(await findCell(0, 0)).toHaveTextContent('1');
  });

  it('has the service filter a large one, and keeps the numbers of the rows', async () => {
    const api = renderSqlWindow(withView());
    await findCell(0, 0);
    await addFilter('name', '0');
    expect(
      await screen.findByText('100 of 1,000,000 rows'),
    ).toBeInTheDocument();
    await waitFor(() => expect(columnTexts(0, 2)).toEqual(['1000', '990']));
    expect(screen.getByRole('rowheader', { name: '990' })).toBeInTheDocument();
    expect(api.createResultView).toHaveBeenCalledWith('t1', 1, {
      filters: [{ column: 1, operator: 'contains', value: '0' }],
    });
    expect(screen.getByText('Shown: 100 of 1,000,000 rows')).toHaveAttribute(
      'role',
      'status',
    );
    expect(api.leaveResultView).not.toHaveBeenCalled();
  });

  it('begins at the top when other rows are shown, and keeps the columns in sight', async () => {
    renderSqlWindow(withView());
    await findCell(0, 0);
    const grid = screen.getByRole('grid');
    const scrollDown = async () => {
      fireEvent.scroll(grid, { target: { scrollTop: 1_400, scrollLeft: 70 } });
      await waitFor(() => expect(screen.queryByText(/^row 1–/)).toBeNull());
    };
    await scrollDown();
    await userEvent.click(screen.getByRole('button', { name: 'Sort by name' }));
    expect(await findCell(0, 0)).toHaveTextContent('1000');
    expect(grid).toMatchObject({ scrollTop: 0, scrollLeft: 70 });

    await scrollDown();
    await userEvent.click(screen.getByRole('button', { name: 'Clear all' }));
    expect(await findCell(0, 0)).toHaveTextContent('1');
    expect(grid).toMatchObject({ scrollTop: 0, scrollLeft: 70 });
  });

  it('shows how far the service is, and goes back when it is cancelled', async () => {
    const leaveResultView = jest.fn(async () => {});
    renderSqlWindow({
      ...withView({
        state: 'building',
        scannedRows: 250_000,
        rowCount: undefined,
      }),
      leaveResultView,
    });
    await findCell(0, 0);
    await userEvent.click(screen.getByRole('button', { name: 'Sort by name' }));
    expect(
      await screen.findByText('250,000 of 1,000,000 rows'),
    ).toBeInTheDocument();
    expect(screen.getByRole('grid')).toHaveAttribute('aria-busy', 'true');
    expect(screen.getByRole('progressbar')).toHaveAttribute(
      'aria-valuenow',
      '250000',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(currentUrl()).toBe('/task-center/tasks/t1/results?resultSet=1');
    expect(screen.getByRole('grid')).toHaveFocus();
    await waitFor(() =>
      expect(leaveResultView).toHaveBeenCalledWith('t1', 1, 'v1'),
    );
  });

  it('says when what was sorted is put together', async () => {
    renderSqlWindow(
      withView({
        state: 'building',
        scannedRows: TOTAL,
        merging: { done: 600_000, total: 2 * TOTAL },
        rowCount: undefined,
      }),
    );
    await findCell(0, 0);
    await userEvent.click(screen.getByRole('button', { name: 'Sort by name' }));
    expect(
      await screen.findByText('putting sorted rows together, 30%'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('progressbar', { name: 'Sorted rows put together' }),
    ).toHaveAttribute('aria-valuenow', '600000');
  });

  it('asks anew for a view that was ended elsewhere', async () => {
    const view = withView();
    const gone = Object.assign(new Error('gone'), { name: 'NotFoundError' });
    const getResultView = jest.fn(view.getResultView!);
    getResultView.mockRejectedValueOnce(gone);
    const api = renderSqlWindow({ ...view, getResultView });
    await findCell(0, 0);
    await addFilter('name', '0');
    expect(
      await screen.findByText('100 of 1,000,000 rows'),
    ).toBeInTheDocument();
    expect(api.createResultView).toHaveBeenCalledTimes(2);
  });

  it('says why the service could not, and takes the loaded rows instead', async () => {
    renderSqlWindow(withView({ state: 'failed', message: 'Too many views' }));
    await findCell(0, 0);
    await addFilter('id', '7');
    expect(await screen.findByText('Too many views.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'Loaded rows' }));
    expect(await screen.findByText('1 of 200 loaded rows')).toBeInTheDocument();
    expect(columnTexts(0, 1)).toEqual(['7']);
  });

  it('looks in the whole set for what no loaded row has', async () => {
    renderSqlWindow(withView());
    await findCell(0, 0);
    await addFilter('name', '555000');
    await userEvent.click(screen.getByRole('radio', { name: 'Loaded rows' }));
    expect(await screen.findByText('0 of 200 loaded rows')).toBeInTheDocument();
    expect(screen.getByText('No loaded row passes the filters')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Look in the whole set' }),
    );
    expect(screen.getByRole('radio', { name: 'Whole set' })).toBeChecked();
    expect(
      await screen.findByText('100 of 1,000,000 rows'),
    ).toBeInTheDocument();
  });

  it('filters by the value of a cell', async () => {
    renderSqlWindow(small);
    await userEvent.pointer({
      keys: '[MouseRight]',
      target: await findCell(2, 2),
    });
    await choose('Only rows with this value');
    expect(await screen.findByText('1 of 1,500 rows')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'photo is NULL' }),
    ).toBeInTheDocument();
  });

  it('can be used with the keyboard alone', async () => {
    renderSqlWindow(small);
    await findCell(0, 0);
    const grid = screen.getByRole('grid');
    grid.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowUp}');
    const header = screen.getByRole('columnheader', { name: /^name/ });
    expect(grid).toHaveAttribute('aria-activedescendant', header.id);
    await userEvent.keyboard(' ');
    expect(currentUrl()).toContain('sort=2');
    await userEvent.keyboard('{Enter}');
    await choose('Hide column');
    expect(currentUrl()).toContain('hide=2');
    await waitFor(() => expect(grid).toHaveFocus());
  });
});
