import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EditorView } from '@uiw/react-codemirror';
import { TaskCenterApi } from '../../api';
import {
  createConnection,
  createTask,
  createTaskCenterMock,
  renderWithTaskCenter,
} from '../../__testUtils__';
import { giveFilesBytes } from '../../__testUtils__/giveFilesBytes';
import { NewTaskPage } from './NewTaskPage';
import { MAX_EDITED_BYTES } from './readScript';

giveFilesBytes();

const SQL = 'UPDATE orders SET price = 1;\nSELECT 1;';

beforeEach(() => sessionStorage.clear());

function renderPage(
  other: Partial<TaskCenterApi> = {},
  url = '/task-center/tasks/new',
) {
  const api = createTaskCenterMock([createTask()], {
    listConnections: async () => [
      createConnection(),
      createConnection({ id: 'ledger', title: 'Ledger', engine: 'sqlite' }),
      createConnection({ id: 'hr', title: 'Salaries', canCreateTask: false }),
    ],
    createTask: async request => createTask({ ...request, id: 'new-task' }),
    ...other,
  });
  const rendered = renderWithTaskCenter(<NewTaskPage />, { api, url });
  return { api, ...rendered };
}

async function writeScript(sql: string) {
  const editor = await screen.findByRole('textbox', { name: 'SQL script' });
  const view = EditorView.findFromDOM(editor)!;
  act(() =>
    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: sql },
    }),
  );
}

async function chooseConnection(name: RegExp) {
  await userEvent.click(
    await screen.findByRole('button', { name: /Connection/ }),
  );
  await userEvent.click(await screen.findByRole('option', { name }));
}

const run = () =>
  userEvent.click(screen.getByRole('button', { name: 'Run task' }));

describe('the form for a new task', () => {
  it('sends a script with its settings and goes to the task', async () => {
    const { api } = renderPage();
    await chooseConnection(/Shop orders/);
    await writeScript(SQL);
    expect(
      await screen.findByText(/2 statements · Line 1, column 1/),
    ).toBeInTheDocument();

    const name = screen.getByRole('textbox', { name: /Task Name/ });
    expect(name).toHaveValue('UPDATE orders SET price … and 1 more');
    await userEvent.clear(name);
    await userEvent.type(name, 'Prices');
    await userEvent.click(screen.getByRole('button', { name: /Settings/ }));
    await userEvent.click(
      screen.getByRole('radio', { name: /Continue with the next/ }),
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Query result limit' }),
      '5,000',
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Execution timeout' }),
      '1.5',
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Statement timeout' }),
      '2',
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Description' }),
      'Ticket 4711',
    );
    await run();

    await waitFor(() =>
      expect(screen.getByLabelText('URL')).toHaveTextContent(
        '/task-center/tasks/new-task',
      ),
    );
    expect(api.createTask).toHaveBeenCalledTimes(1);
    expect(api.createTask).toHaveBeenCalledWith({
      connection: 'shop',
      name: 'Prices',
      sql: SQL,
      delimiter: ';',
      transactionMode: 'statement',
      errorHandling: 'continue',
      resultLimit: 5_000,
      executionTimeoutSeconds: 5_400,
      statementTimeoutSeconds: 120,
      description: 'Ticket 4711',
    });
    expect(api.uploadScript).not.toHaveBeenCalled();
    expect(sessionStorage).toHaveLength(0);
  });

  it('says beside the fields what is missing, and sends nothing', async () => {
    const { api } = renderPage();
    await screen.findByRole('textbox', { name: 'SQL script' });
    await run();

    for (const sentence of [
      'Choose the connection that the script runs on.',
      'Give the task a name.',
      'Write a script, or drop a .sql file here.',
    ]) {
      expect(await screen.findByText(sentence)).toBeInTheDocument();
    }
    expect(screen.queryByRole('option', { name: /Salaries/ })).toBeNull();
    expect(api.createTask).not.toHaveBeenCalled();
  });

  it('refuses a script of comments and one that cannot be split', async () => {
    const { api } = renderPage();
    await chooseConnection(/Shop orders/);
    await userEvent.type(
      screen.getByRole('textbox', { name: /Task Name/ }),
      'Nothing',
    );
    await writeScript('-- only a comment\n');
    await run();
    expect(
      await screen.findByText(/there are only blanks and comments/),
    ).toBeInTheDocument();

    await writeScript('SELECT 1;\nsource other.sql');
    expect(await screen.findByText(/^Line 2: /)).toBeInTheDocument();
    await run();
    expect(api.createTask).not.toHaveBeenCalled();
  });

  it('keeps the form and shows the sentence when the backend refuses', async () => {
    const { api } = renderPage({
      createTask: async () => {
        throw Object.assign(new Error('Request failed with 403 Forbidden'), {
          body: { error: { message: 'You may not run scripts on it.' } },
        });
      },
    });
    await chooseConnection(/Shop orders/);
    await writeScript(SQL);
    await screen.findByText(/2 statements ·/);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await userEvent.click(screen.getByRole('textbox', { name: /Task Name/ }));
    await userEvent.keyboard('{Control>}{Enter}{/Control}');

    expect(
      await screen.findByText('You may not run scripts on it.'),
    ).toBeInTheDocument();
    expect(api.createTask).toHaveBeenCalled();
    expect(screen.getByRole('textbox', { name: /Task Name/ })).toHaveValue(
      'UPDATE orders SET price … and 1 more',
    );
  });

  it('warns of what ends a transaction, and leaves no choice after a failure', async () => {
    const { api } = renderPage();
    await chooseConnection(/Shop orders/);
    await writeScript(
      'INSERT INTO a VALUES (1);\nCREATE TABLE b (id INT);\nCOMMIT;\nDROP TABLE c;\nTRUNCATE d;',
    );
    await screen.findByText(/5 statements ·/);
    await userEvent.click(screen.getByRole('button', { name: /Settings/ }));
    await userEvent.click(
      screen.getByRole('radio', { name: /Continue with the next/ }),
    );
    expect(screen.queryByText(/cannot run all or nothing/)).toBeNull();

    await userEvent.click(
      screen.getByRole('radio', { name: /All or nothing/ }),
    );
    expect(
      await screen.findByText('This script cannot run all or nothing'),
    ).toBeInTheDocument();
    expect(
      screen
        .getAllByRole('listitem')
        .map(item => item.textContent)
        .filter(text => /Line|more/.test(text!)),
    ).toEqual([
      'Line 2: CREATE TABLE',
      'Line 3: COMMIT',
      'Line 4: DROP TABLE',
      'and 1 more',
    ]);
    const goOn = screen.getByRole('radio', { name: /Continue with the next/ });
    expect(goOn).toBeDisabled();
    expect(goOn).not.toBeChecked();
    expect(
      screen.getByText(/All or nothing stops at the first failure/),
    ).toBeInTheDocument();

    await writeScript('INSERT INTO a VALUES (1);');
    await waitFor(() =>
      expect(screen.queryByText(/cannot run all or nothing/)).toBeNull(),
    );
    await run();
    await waitFor(() =>
      expect(api.createTask).toHaveBeenCalledWith(
        expect.objectContaining({
          transactionMode: 'script',
          errorHandling: 'abort',
        }),
      ),
    );
  });

  it('uploads a large file as it is', async () => {
    const { api } = renderPage({
      uploadScript: async script => ({
        scriptId: 'script-1',
        bytes: script.size,
        sha256: '0',
      }),
    });
    await chooseConnection(/Ledger/);
    const line = "INSERT INTO t VALUES ('Zoë');\n";
    const lines = Math.ceil(MAX_EDITED_BYTES / line.length) + 1;
    const file = new File([line.repeat(lines)], 'backfill.sql');
    await userEvent.upload(screen.getByTestId('script-file'), file);

    expect(await screen.findByText('backfill.sql')).toBeInTheDocument();
    expect(screen.queryByRole('textbox', { name: 'SQL script' })).toBeNull();
    expect(screen.getByRole('textbox', { name: /Task Name/ })).toHaveValue(
      'backfill',
    );
    await run();
    await waitFor(() => expect(api.createTask).toHaveBeenCalled());
    expect(api.uploadScript).toHaveBeenCalledWith(file);
    expect(api.createTask).toHaveBeenCalledWith({
      connection: 'ledger',
      name: 'backfill',
      scriptId: 'script-1',
      delimiter: ';',
      transactionMode: 'statement',
      errorHandling: 'abort',
    });
  });

  it('has the draft again after a reload', async () => {
    const { unmount } = renderPage();
    await chooseConnection(/Ledger/);
    await writeScript('DELETE FROM t WHERE a = 1;');
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Description' }),
      'half done',
    );
    window.dispatchEvent(new Event('pagehide'));
    unmount();

    renderPage();
    expect(
      await screen.findByRole('textbox', { name: 'Description' }),
    ).toHaveValue('half done');
    expect(
      await screen.findByRole('textbox', { name: 'SQL script' }),
    ).toHaveTextContent('DELETE FROM t WHERE a = 1;');
    expect(
      screen.getByRole('button', { name: /Connection/ }),
    ).toHaveTextContent('Ledger');
  });

  it('names the draft that it begins with, and discards it', async () => {
    const { unmount } = renderPage();
    await writeScript('DELETE FROM t;');
    const before = new Date();
    window.dispatchEvent(new Event('pagehide'));
    unmount();

    renderPage();
    const notice = await screen.findByText(/^Your draft from \d\d:\d\d ·/);
    expect(notice).toHaveTextContent(before.toTimeString().slice(0, 5));
    await userEvent.click(screen.getByRole('button', { name: 'Discard' }));

    await waitFor(() =>
      expect(
        screen.getByRole('textbox', { name: 'SQL script' }),
      ).not.toHaveTextContent('DELETE'),
    );
    expect(screen.queryByText(/Your draft from/)).toBeNull();
    expect(sessionStorage).toHaveLength(0);
  });

  it('forgets the draft when it is cancelled', async () => {
    renderPage();
    await writeScript('DELETE FROM t;');
    window.dispatchEvent(new Event('pagehide'));
    expect(sessionStorage).toHaveLength(1);

    await userEvent.click(screen.getByRole('link', { name: 'Cancel' }));
    window.dispatchEvent(new Event('pagehide'));
    expect(sessionStorage).toHaveLength(0);
  });

  it('keeps the drafts of different connections apart', async () => {
    const shop = renderPage({}, '/task-center/tasks/new?connection=shop');
    await writeScript('DELETE FROM shop;');
    window.dispatchEvent(new Event('pagehide'));
    shop.unmount();

    const ledger = renderPage({}, '/task-center/tasks/new?connection=ledger');
    expect(
      await screen.findByRole('textbox', { name: 'SQL script' }),
    ).not.toHaveTextContent('DELETE');
    expect(screen.queryByText(/Your draft from/)).toBeNull();
    expect(
      screen.getByRole('button', { name: /Connection/ }),
    ).toHaveTextContent('Ledger');
    window.dispatchEvent(new Event('pagehide'));
    ledger.unmount();

    renderPage({}, '/task-center/tasks/new?connection=shop');
    expect(
      await screen.findByRole('textbox', { name: 'SQL script' }),
    ).toHaveTextContent('DELETE FROM shop;');
  });

  it('shows what is not valid in the settings of a draft', async () => {
    const { unmount } = renderPage();
    await chooseConnection(/Shop orders/);
    const settings = () => screen.getByRole('button', { name: /Settings/ });
    await userEvent.click(settings());
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Query result limit' }),
      'abc',
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Execution timeout' }),
      '9999',
    );
    const outlook = screen.getByRole('complementary', {
      name: 'What will happen',
    });
    expect(outlook).toHaveTextContent('The query result limit is not valid.');
    expect(outlook).toHaveTextContent('The execution timeout is not valid.');
    expect(outlook).not.toHaveTextContent(/abc|9,?999/);
    expect(settings()).toHaveTextContent('query result limit not valid');
    expect(settings()).not.toHaveTextContent(/abc|9999/);
    window.dispatchEvent(new Event('pagehide'));
    unmount();

    renderPage();
    expect(
      await screen.findByText('Write a whole number of rows, 1 or more.'),
    ).toBeInTheDocument();
    expect(settings()).toHaveAttribute('aria-expanded', 'true');
  });

  it('names the task after the script that is sent', async () => {
    const { api } = renderPage();
    await chooseConnection(/Shop orders/);
    await writeScript('DELETE FROM old;');
    await screen.findByDisplayValue('DELETE FROM old');
    await writeScript('DELETE FROM new;');
    await userEvent.click(screen.getByRole('textbox', { name: /Task Name/ }));
    await userEvent.keyboard(
      '{Control>}{Enter}{/Control}{Control>}{Enter}{/Control}',
    );

    await waitFor(() => expect(api.createTask).toHaveBeenCalled());
    expect(api.createTask).toHaveBeenCalledTimes(1);
    expect(api.createTask).toHaveBeenCalledWith(
      expect.objectContaining({
        name: 'DELETE FROM new',
        sql: 'DELETE FROM new;',
      }),
    );
  });

  it('copies a task with its script and what differs from the defaults', async () => {
    const { api } = renderPage(
      {
        getTask: async () =>
          createTask({
            name: 'Old one',
            delimiter: '//',
            transactionMode: 'script',
            statementTimeoutSeconds: 90,
            executionTimeoutSeconds: 172_800,
            resultLimit: 77,
          }),
        getScript: async () => 'SELECT 1//\r\nSELECT 2//\r\n',
      },
      '/task-center/tasks/new?copy=t1',
    );
    expect(
      await screen.findByRole('textbox', { name: 'SQL script' }),
    ).toHaveTextContent('SELECT 1//SELECT 2//');
    await screen.findByText(/2 statements ·/);
    await run();

    await waitFor(() =>
      expect(api.createTask).toHaveBeenCalledWith({
        connection: 'shop',
        name: 'Old one',
        sql: 'SELECT 1//\r\nSELECT 2//\r\n',
        delimiter: '//',
        transactionMode: 'script',
        errorHandling: 'abort',
        resultLimit: 77,
        statementTimeoutSeconds: 90,
      }),
    );
  });

  it('says so when there is no database to use', async () => {
    renderPage({
      listConnections: async () => [createConnection({ canCreateTask: false })],
    });
    expect(
      await screen.findByText(/no database on which you can create tasks/),
    ).toBeInTheDocument();
  });
});
