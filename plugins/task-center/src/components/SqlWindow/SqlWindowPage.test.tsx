import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import JSZip from 'jszip';
import {
  ResultRow,
  ResultSet,
  Task,
} from 'backstage-plugin-task-center-common';
import { TaskCenterApi } from '../../api';
import {
  createTask,
  createTaskCenterMock,
  renderWithTaskCenter,
} from '../../__testUtils__';
import { giveElementsSize } from '../../__testUtils__/giveElementsSize';
import { SqlWindowPage } from './SqlWindowPage';

giveElementsSize({ width: 900, height: 500 });

const TOTAL = 1_000_000;

const RESULT_SETS: ResultSet[] = [
  {
    index: 1,
    statement: 12,
    columns: [
      { name: 'id', type: 'BIGINT' },
      { name: 'name', type: 'VARCHAR' },
      { name: 'photo', type: 'BLOB' },
    ],
    rowCount: TOTAL,
    truncated: true,
    partial: false,
    bytes: 90_000_000,
  },
  {
    index: 2,
    statement: 13,
    columns: [{ name: 'count(*)', type: 'BIGINT' }],
    rowCount: 1,
    truncated: false,
    partial: false,
    bytes: 12,
  },
];

function rowAt(index: number): ResultRow {
  return [
    String(index + 1),
    index === 1 ? '' : `name ${index + 1}`,
    index === 2 ? null : '0x00ff',
  ];
}

function renderWindow(
  other: Partial<TaskCenterApi> = {},
  task: Partial<Task> = {},
) {
  const api = createTaskCenterMock([createTask({ resultSets: 2, ...task })], {
    listResults: async () => RESULT_SETS,
    listStatements: async (_id, { offset = 0, limit = 0 }) => ({
      items: Array.from({ length: limit }, (_, i) => ({
        index: offset + i + 1,
        line: offset + i + 1,
        text: `SELECT * FROM table_${offset + i + 1}`,
        state: 'succeeded' as const,
        durationMs: 12,
      })),
      totalItems: 5_000,
    }),
    getRows: async (_id, set, { offset = 0, limit = 0 }) =>
      set === 2
        ? { items: [['482113']], totalItems: 1 }
        : {
            items: Array.from({ length: limit }, (_, i) => rowAt(offset + i)),
            totalItems: TOTAL,
          },
    ...other,
  });
  renderWithTaskCenter(<SqlWindowPage taskId="t1" resultSet={1} />, {
    api,
    url: '/task-center/tasks/t1/results?resultSet=1',
  });
  return api;
}

const findCell = (row: number, column: number) =>
  waitFor(() => {
    const cell = document.querySelector<HTMLElement>(
      `[role=gridcell][data-row="${row}"][data-column="${column}"]`,
    );
    expect(cell).not.toBeNull();
    expect(cell!.textContent).not.toBe('');
    return cell!;
  });

describe('the SQL window', () => {
  it('shows the first rows, with NULL, empty and binary told apart', async () => {
    const api = renderWindow();
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
    renderWindow();
    const tab = await screen.findByRole('tab', { selected: true });
    await waitFor(() =>
      expect(tab).toHaveTextContent('#12 SELECT * FROM table_12'),
    );
    expect(tab).toHaveTextContent('1,000,000');
    expect(
      within(tab).getByRole('img', { name: 'not all rows' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/Cut at the query result limit of 1,000/),
    ).toBeInTheDocument();
    expect(screen.getByText('line 12 · 12 ms')).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'Download Results' }),
    ).toHaveAttribute('href', 'http://portal.example/t1/download');
  });

  it('loads the page that the keyboard goes to', async () => {
    const api = renderWindow();
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
    renderWindow();
    await findCell(0, 0);
    screen.getByRole('grid').focus();
    await user.keyboard('{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
    expect(screen.getByText('2 × 2 cells')).toBeInTheDocument();
    await user.keyboard('{Control>}c{/Control}');

    expect(await screen.findByText('4 cells copied.')).toBeInTheDocument();
    expect(write).toHaveBeenCalledWith('1\tname 1\n2\t');
  });

  it('finds in the rows that are loaded', async () => {
    renderWindow();
    await findCell(0, 0);
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Find in loaded rows' }),
      'NAME 19',
    );
    expect(
      await screen.findByText('11 matches in 200 loaded rows'),
    ).toBeInTheDocument();
    await userEvent.keyboard('{Enter}{Enter}');
    expect(screen.getByText('2 of 11 in 200 loaded rows')).toBeInTheDocument();
    expect(await findCell(189, 1)).toHaveAttribute('data-focus');
  });

  it('opens a cell', async () => {
    renderWindow({
      getRows: async () => ({
        items: [['1', '{"tags": ["new"], "n": 1}', '0x0001']],
        totalItems: 1,
      }),
      listResults: async () => [{ ...RESULT_SETS[0], rowCount: 1 }],
    });
    await userEvent.dblClick(await findCell(0, 1));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('name · row 1');
    expect(dialog.querySelector('pre')!.textContent).toBe(
      '{\n  "tags": [\n    "new"\n  ],\n  "n": 1\n}',
    );
  });

  it('changes the result set and its address with the tab', async () => {
    renderWindow();
    await userEvent.click(await screen.findByRole('tab', { name: /#13/ }));
    expect(screen.getByLabelText('URL')).toHaveTextContent(
      '/task-center/tasks/t1/results?resultSet=2',
    );
  });

  it('tells the results of one statement apart', async () => {
    renderWindow({
      listResults: async () => [
        RESULT_SETS[1],
        { ...RESULT_SETS[1], index: 3, statement: 14 },
        { ...RESULT_SETS[1], index: 4, statement: 14 },
      ],
    });
    const names = ['#13', '#14.1', '#14.2'];
    const tabs = await screen.findAllByRole('tab');
    expect(tabs.map(tab => tab.textContent!.split(' ')[0])).toEqual(names);

    await userEvent.click(
      screen.getByRole('button', { name: 'Bundle selected' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    for (const name of names) {
      expect(
        dialog.getByRole('checkbox', { name: new RegExp(`^${name} `) }),
      ).toBeInTheDocument();
    }
  });

  it('bundles what is ticked, up to a limit', async () => {
    const saved: Blob[] = [];
    URL.createObjectURL = blob => {
      saved.push(blob as Blob);
      return 'blob:zip';
    };
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation();
    renderWindow();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Bundle selected' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const save = dialog.getByRole('button', { name: 'Save as zip' });
    expect(dialog.getByText(/The browser bundles up to 50 MB/)).toBeVisible();
    expect(save).toBeDisabled();

    await userEvent.click(dialog.getByRole('checkbox', { name: /#12/ }));
    await userEvent.click(dialog.getByRole('checkbox', { name: /#13/ }));
    expect(save).toBeEnabled();
    await userEvent.click(save);
    await waitFor(() => expect(saved).toHaveLength(1));
    const zip = await JSZip.loadAsync(await saved[0].arrayBuffer());
    expect(await zip.file('02-select-from-table_13.csv')!.async('string')).toBe(
      'count(*)\n482113\n',
    );
  });

  it('says that the rows are not for everybody', async () => {
    const api = renderWindow({}, { actions: [] });
    expect(
      await screen.findByText('The results cannot be shown to you'),
    ).toBeInTheDocument();
    expect(api.listResults).not.toHaveBeenCalled();
  });

  it('says why there is nothing', async () => {
    renderWindow(
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
    renderWindow({
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
