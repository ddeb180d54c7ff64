import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import JSZip from 'jszip';
import { giveElementsSize } from '../../__testUtils__/giveElementsSize';
import {
  findCell,
  renderSqlWindow,
  RESULT_SETS,
  rowAt,
  TOTAL,
} from './__testUtils__/renderSqlWindow';

giveElementsSize({ width: 900, height: 500 });

describe('the SQL window', () => {
  it('shows the first rows, with NULL, empty and binary told apart', async () => {
    const api = renderSqlWindow();
    expect(await findCell(0, 0)).toHaveTextContent(/^1$/);
    expect(await findCell(0, 1)).toHaveTextContent('name 1');
    expect(await findCell(1, 1)).toHaveTextContent('∅empty text');
    expect((await findCell(2, 2)).firstChild).toHaveClass('null');
    expect(await findCell(2, 2)).toHaveTextContent('NULL');
    expect((await findCell(0, 2)).firstChild).toHaveClass('binary');

    const grid = screen.getByRole('grid', { name: 'Rows of statement 12' });
    expect(grid).toHaveAttribute('aria-rowcount', String(TOTAL + 1));
    expect(within(grid).getAllByRole('row').length).toBeLessThan(60);
    expect(api.getRows).toHaveBeenCalledTimes(1);
  });

  it('says what a result set is and what was cut', async () => {
    renderSqlWindow();
    const tab = await screen.findByRole('tab', { selected: true });
    await waitFor(() =>
      expect(tab).toHaveTextContent('#12 SELECT * FROM table_12'),
    );
    expect(tab).toHaveTextContent('1,000,000');
    expect(
      within(tab).getByRole('img', {
        name: 'not all rows: cut at 1,000 rows',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/the query result limit of 1,000 rows was reached/),
    ).toBeInTheDocument();
    expect(screen.getByText('line 12 · 12 ms')).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'Download Results' }),
    ).toHaveAttribute('href', 'http://portal.example/t1/download');
  });

  it('loads the page that the keyboard goes to', async () => {
    const api = renderSqlWindow();
    await findCell(0, 0);
    const grid = screen.getByRole('grid');
    grid.focus();
    await userEvent.keyboard('{Control>}{End}{/Control}');

    const last = await findCell(TOTAL - 1, 2);
    expect(last).toHaveTextContent('0x00ff');
    expect(last).toHaveAttribute('data-focus');
    expect(grid).toHaveAttribute('aria-activedescendant', last.id);
    expect(await findCell(TOTAL - 1, 0)).toHaveTextContent('1000000');
    expect(api.getRows).toHaveBeenLastCalledWith(
      't1',
      1,
      expect.objectContaining({ offset: TOTAL - 200, limit: 200 }),
    );
  });

  it('copies the selected cells', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    renderSqlWindow();
    await findCell(0, 0);
    screen.getByRole('grid').focus();
    await user.keyboard('{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
    expect(screen.getByText('2 × 2 cells')).toBeInTheDocument();
    await user.keyboard('{Control>}c{/Control}');

    expect(await screen.findByText('4 cells copied.')).toBeInTheDocument();
    expect(write).toHaveBeenCalledWith('1\tname 1\n2\t');
  });

  it('finds in the rows that are loaded', async () => {
    renderSqlWindow();
    await findCell(0, 0);
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Find in loaded rows' }),
      'NAME 19',
    );
    expect(
      await screen.findByText('11 matches in 200 loaded rows'),
    ).toBeInTheDocument();
    await userEvent.keyboard('{Enter}{Enter}');
    // The rows behind those in sight have been loaded meanwhile.
    expect(
      await screen.findByText('2 of 11 in 400 loaded rows'),
    ).toBeInTheDocument();
    expect(await findCell(189, 1)).toHaveAttribute('data-focus');
  });

  it('opens a cell', async () => {
    renderSqlWindow({
      getRows: async () => ({
        items: [['1', '{"tags": ["new"], "n": 1}', '0x0001']],
        totalItems: 1,
      }),
      listResults: async () => [{ ...RESULT_SETS[0], rowCount: 1 }],
    });
    await userEvent.dblClick(await findCell(0, 1));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('name · row 1');
    expect(dialog).toHaveTextContent('varchar · 25 characters');
    expect(dialog.querySelector('pre')!.textContent).toBe(
      '{\n  "tags": [\n    "new"\n  ],\n  "n": 1\n}',
    );
  });

  it('changes the result set and its address with the tab', async () => {
    renderSqlWindow();
    await userEvent.click(await screen.findByRole('tab', { name: /#13/ }));
    expect(screen.getByLabelText('URL')).toHaveTextContent(
      '/task-center/tasks/t1/results?resultSet=2',
    );
  });

  it('brings the tab of its address in sight', async () => {
    const shown: string[] = [];
    Element.prototype.scrollIntoView = function remember() {
      shown.push(this.textContent!);
    };
    renderSqlWindow();
    await screen.findByRole('tab', { name: /^#12/, selected: true });
    await waitFor(() => expect(shown.join()).toContain('#12 SELECT'));
    expect(shown.join()).not.toContain('#13');
    delete (Element.prototype as Partial<Element>).scrollIntoView;
  });

  it('tells the results of one statement apart', async () => {
    renderSqlWindow({
      listResults: async () => [
        RESULT_SETS[1],
        { ...RESULT_SETS[1], index: 3, statement: 14 },
        { ...RESULT_SETS[1], index: 4, statement: 14 },
      ],
    });
    const names = ['#13', '#14.1', '#14.2'];
    const tabs = await screen.findAllByRole('tab');
    expect(tabs.map(tab => tab.textContent!.split(' ')[0])).toEqual(names);

    await userEvent.click(screen.getByRole('button', { name: 'Bundle…' }));
    const dialog = within(await screen.findByRole('dialog'));
    for (const name of names) {
      expect(
        dialog.getByRole('checkbox', { name: new RegExp(`^${name} `) }),
      ).toBeInTheDocument();
    }
  });

  it('bundles what is ticked, and leaves it to the service when it is much', async () => {
    const saved: Blob[] = [];
    URL.createObjectURL = blob => {
      saved.push(blob as Blob);
      return 'blob:zip';
    };
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation();
    renderSqlWindow();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Bundle…' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/the service makes the zip/)).toBeVisible();
    expect(
      await dialog.findByRole('link', { name: 'Download as zip' }),
    ).toHaveAttribute('href', 'http://portal.example/t1/download?set=1');

    await userEvent.click(dialog.getByRole('checkbox', { name: /#12/ }));
    await userEvent.click(dialog.getByRole('checkbox', { name: /#13/ }));
    const save = dialog.getByRole('button', { name: 'Save as zip' });
    expect(save).toBeEnabled();
    await userEvent.click(save);
    await waitFor(() => expect(saved).toHaveLength(1));
    const zip = await JSZip.loadAsync(await saved[0].arrayBuffer());
    expect(await zip.file('02-select-from-table_13.csv')!.async('string')).toBe(
      'count(*)\n482113\n',
    );
  });

  it('says that the rows are not for everybody', async () => {
    const api = renderSqlWindow({}, { actions: [] });
    expect(
      await screen.findByText('The results cannot be shown to you'),
    ).toBeInTheDocument();
    expect(api.listResults).not.toHaveBeenCalled();
  });

  it('says why there is nothing', async () => {
    renderSqlWindow(
      { listResults: async () => [] },
      {
        status: 'failed',
        failure: { code: 'timeout', message: 'It took longer than 48 h.' },
      },
    );
    expect(
      await screen.findByText(
        'No statement returned rows before the task failed: It took longer than 48 h.',
      ),
    ).toBeInTheDocument();
  });

  it('tries again when the rows could not be loaded', async () => {
    let isBroken = true;
    renderSqlWindow({
      getRows: async () => {
        if (isBroken) {
          throw new Error('The backend is down');
        }
        return { items: [rowAt(0)], totalItems: TOTAL };
      },
    });
    expect(
      await screen.findByText('The backend is down.', {}),
    ).toBeInTheDocument();
    isBroken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await findCell(0, 1)).toHaveTextContent('name 1');
  });
});
