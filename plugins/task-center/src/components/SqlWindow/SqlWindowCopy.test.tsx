import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { giveElementsSize } from '../../__testUtils__/giveElementsSize';
import {
  findCell,
  renderSqlWindow,
  RESULT_SETS,
} from './__testUtils__/renderSqlWindow';

giveElementsSize({ width: 900, height: 500 });

async function selectAndOpenMenu(query = '') {
  const user = userEvent.setup();
  const write = jest.spyOn(navigator.clipboard, 'writeText');
  renderSqlWindow({}, {}, query);
  await findCell(0, 0);
  screen.getByRole('grid').focus();
  await user.keyboard('{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
  await user.click(screen.getByRole('button', { name: 'Copy as' }));
  return { user, write };
}

const item = (name: string | RegExp) => screen.findByRole('menuitem', { name });

describe('copying from the SQL window', () => {
  beforeEach(() => localStorage.clear());

  it('writes the cells in another format', async () => {
    const { user, write } = await selectAndOpenMenu();
    await user.click(await item('JSON'));
    expect(await screen.findByText('4 cells copied as JSON.')).toBeVisible();
    expect(write).toHaveBeenLastCalledWith(
      '[\n  {"id": 1, "name": "name 1"},\n  {"id": 2, "name": ""}\n]\n',
    );
  });

  it('leaves hidden columns out', async () => {
    const { user, write } = await selectAndOpenMenu('&hide=2');
    await user.click(await item('CSV'));
    expect(await screen.findByText('4 cells copied as CSV.')).toBeVisible();
    expect(write).toHaveBeenLastCalledWith('1,0x00ff\n2,0x00ff\n');
  });

  it('adds the names of the columns, and remembers that', async () => {
    const { user, write } = await selectAndOpenMenu();
    await user.click(await item('With column names: off'));
    await user.click(screen.getByRole('button', { name: 'Copy as' }));
    await user.click(await item(/^Cells/));
    expect(await screen.findByText('4 cells copied.')).toBeVisible();
    expect(write).toHaveBeenLastCalledWith('id\tname\n1\tname 1\n2\t');
  });

  it('asks for the table of INSERT statements, and guesses it', async () => {
    const { user, write } = await selectAndOpenMenu();
    await user.click(await item('INSERT statements…'));
    const dialog = within(await screen.findByRole('dialog'));
    const field = dialog.getByRole('textbox', { name: 'Table' });
    expect(field).toHaveValue('table_12');
    await user.clear(field);
    await user.type(field, 'shop.names');
    await user.click(dialog.getByRole('button', { name: 'Copy' }));
    expect(
      await screen.findByText('4 cells copied as INSERT statements.'),
    ).toBeInTheDocument();
    expect(write).toHaveBeenLastCalledWith(
      "INSERT INTO `shop`.`names` (`id`, `name`) VALUES\n  (1, 'name 1'),\n  (2, '');\n",
    );
  });

  it('copies no more than a browser can take', async () => {
    const user = userEvent.setup();
    renderSqlWindow();
    await findCell(0, 0);
    screen.getByRole('grid').focus();
    await user.keyboard('{Control>}ac{/Control}');
    expect(
      await screen.findByText(/These are 3,000,000 cells; at most 500,000/),
    ).toBeVisible();
  });

  it('loads the rows that are not there yet', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    const api = renderSqlWindow({
      listResults: async () => [{ ...RESULT_SETS[0], rowCount: 2_500 }],
    });
    await findCell(0, 0);
    await user.click(screen.getByRole('button', { name: 'Menu of id' }));
    await user.click(await item('Copy column'));
    expect(await screen.findByText('2,500 cells copied.')).toBeVisible();
    const text = write.mock.lastCall![0];
    expect(text.split('\n')).toHaveLength(2_500);
    expect(text).toMatch(/^1\n2\n.*\n2500$/s);
    expect(api.getRows.mock.calls.length).toBeLessThan(8);
  });
});
