import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { completionStatus, startCompletion } from '@codemirror/autocomplete';
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

const SQL = 'UPDATE orders SET price = 1 WHERE id = 7;\nSELECT 1;';

beforeEach(() => sessionStorage.clear());

function renderPage(
  other: Partial<TaskCenterApi> = {},
  url = '/task-center/tasks/new',
  user = 'ada',
) {
  const api = createTaskCenterMock([createTask()], {
    listConnections: async () => [
      createConnection({ database: 'shop' }),
      createConnection({ id: 'ledger', title: 'Ledger', engine: 'sqlite' }),
      createConnection({ id: 'hr', title: 'Salaries', canCreateTask: false }),
    ],
    createTask: async request => createTask({ ...request, id: 'new-task' }),
    ...other,
  });
  const rendered = renderWithTaskCenter(<NewTaskPage />, { api, url, user });
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

/** What is asked for goes on being asked for, as long as there may come something. */
async function untilNothingIsFound(view: EditorView) {
  await waitFor(() => expect(completionStatus(view.state)).toBe('pending'));
  await new Promise(resolve => setTimeout(resolve, 300));
  expect(screen.queryByRole('option')).toBeNull();
}

describe('the form for a new task', () => {
  it('sends a script with its settings and goes to the task', async () => {
    const { api } = renderPage();
    await chooseConnection(/Shop orders/);
    await writeScript(SQL);
    expect(
      await screen.findByText(/Statement 1 of 2 · Line 1, column 1/),
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

  it('says while one types that a name is too long', async () => {
    renderPage();
    const name = await screen.findByRole('textbox', { name: /Task Name/ });
    await userEvent.click(name);
    await userEvent.paste('x'.repeat(200));
    expect(name).toBeValid();
    await userEvent.type(name, 'y');
    expect(await screen.findByText(/200 characters/)).toBeInTheDocument();
    expect(name).toBeInvalid();
    await userEvent.type(name, '{Backspace}');
    await waitFor(() => expect(name).toBeValid());
    await userEvent.clear(name);
    expect(screen.queryByText('Give the task a name.')).toBeNull();
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
    await screen.findByText(/Statement \d of 2 ·/);
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
    await screen.findByText(/Statement \d of 5 ·/);
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
        .filter(text => /^Line \d: |^and/.test(text!)),
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
    expect(api.uploadScript).toHaveBeenCalledWith(file, expect.anything());
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

  it('has the draft again after it was cancelled', async () => {
    const cancelled = renderPage();
    await writeScript('DELETE FROM t;');
    await userEvent.click(screen.getByRole('link', { name: 'Cancel' }));
    expect(screen.getByLabelText('URL')).not.toHaveTextContent('/new');
    cancelled.unmount();

    renderPage();
    expect(
      await screen.findByRole('textbox', { name: 'SQL script' }),
    ).toHaveTextContent('DELETE FROM t;');
    expect(screen.getByText(/Your draft from/)).toBeInTheDocument();
  });

  it('keeps nothing of an empty form that is cancelled', async () => {
    renderPage();
    await screen.findByRole('textbox', { name: 'SQL script' });
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

  it('shows nobody the draft of somebody else', async () => {
    const hers = renderPage();
    await writeScript("UPDATE salaries SET note = 'hers';");
    hers.unmount();

    const his = renderPage({}, undefined, 'linus');
    expect(
      await screen.findByRole('textbox', { name: 'SQL script' }),
    ).not.toHaveTextContent('salaries');
    his.unmount();

    renderPage();
    expect(
      await screen.findByRole('textbox', { name: 'SQL script' }),
    ).toHaveTextContent('salaries');
  });

  it('says when the browser has no room for a draft, and keeps the rest of it', async () => {
    const { unmount } = renderPage();
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Description' }),
      'half done',
    );
    await writeScript(`-- ${'x'.repeat(996)}\n`.repeat(6_000));
    act(() => window.dispatchEvent(new Event('pagehide')));
    const loss = await screen.findByText(
      /no room to keep this script as a draft/,
    );
    // What one types in must not move when it comes.
    const FOLLOWING = Node.DOCUMENT_POSITION_FOLLOWING;
    for (const field of screen.getAllByRole('textbox')) {
      expect(field.compareDocumentPosition(loss) & FOLLOWING).toBe(FOLLOWING);
    }
    unmount();

    renderPage();
    expect(
      await screen.findByText(/Its script was too large/),
    ).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Description' })).toHaveValue(
      'half done',
    );
  }, 30_000);

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

  it('begins a new text without what was not seen of the last one', async () => {
    const { api } = renderPage();
    await chooseConnection(/Shop orders/);
    await userEvent.upload(
      screen.getByTestId('script-file'),
      new File(['\uFEFFSELECT 1;\r\nSELECT 2;\r\n'], 'a.sql'),
    );
    await screen.findByText(/Statement \d of 2 ·/);
    await writeScript('');
    await writeScript(SQL);
    await run();
    await waitFor(() =>
      expect(api.createTask).toHaveBeenCalledWith(
        expect.objectContaining({ sql: SQL }),
      ),
    );
  });

  it('names the task after the script that is sent', async () => {
    const { api } = renderPage();
    await chooseConnection(/Shop orders/);
    await writeScript('SELECT * FROM old;');
    await screen.findByDisplayValue('SELECT * FROM old');
    await writeScript('SELECT * FROM new;');
    await userEvent.click(screen.getByRole('textbox', { name: /Task Name/ }));
    await userEvent.keyboard(
      '{Control>}{Enter}{/Control}{Control>}{Enter}{/Control}',
    );

    await waitFor(() => expect(api.createTask).toHaveBeenCalled());
    expect(api.createTask).toHaveBeenCalledTimes(1);
    expect(api.createTask).toHaveBeenCalledWith(
      expect.objectContaining({
        name: 'SELECT * FROM new',
        sql: 'SELECT * FROM new;',
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
        getScriptFile: async () =>
          new File(['SELECT 1//\r\nSELECT 2//\r\n'], 'a.sql'),
      },
      '/task-center/tasks/new?copy=t1',
    );
    expect(
      await screen.findByRole('textbox', { name: 'SQL script' }),
    ).toHaveTextContent('SELECT 1//SELECT 2//');
    await screen.findByText(/Statement \d of 2 ·/);
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

  it.each([
    ['GBK', [0xd6, 0xd0, 0xce, 0xc4]],
    ['Latin-1', [0x5a, 0x6f, 0xeb]],
    [
      'UTF-8 with a byte order mark',
      [0x5a, 0x6f, 0xc3, 0xab],
      [0xef, 0xbb, 0xbf],
    ],
  ])('copies a script in %s byte for byte', async (_, text, mark = []) => {
    const sent: Blob[] = [];
    const ascii = (part: string) => [...Buffer.from(part, 'latin1')];
    const bytes = Uint8Array.from([
      ...mark,
      ...ascii("INSERT INTO t VALUES ('"),
      ...text,
      ...ascii("');"),
    ]);
    const { api } = renderPage(
      {
        getScriptFile: async () => new File([bytes], 'a.sql'),
        uploadScript: async script => {
          sent.push(script);
          return { scriptId: 'script-1', bytes: script.size, sha256: '0' };
        },
        createTask: async request => {
          if (request.sql) {
            sent.push(new File([request.sql], 'a.sql'));
          }
          return createTask({ id: 'new-task' });
        },
      },
      '/task-center/tasks/new?copy=t1',
    );
    await screen.findByRole('button', { name: 'Run task' });
    await run();
    await waitFor(() => expect(api.createTask).toHaveBeenCalled());
    expect([...new Uint8Array(await sent[0].arrayBuffer())]).toEqual([
      ...bytes,
    ]);
  });

  it('says so when there is no database to use', async () => {
    renderPage({
      listConnections: async () => [createConnection({ canCreateTask: false })],
    });
    expect(
      await screen.findByText(/no database on which you can create tasks/),
    ).toBeInTheDocument();
  });

  it('says what stands out in the script, and goes there', async () => {
    const { api } = renderPage({
      estimateRows: async (_, statements) =>
        statements.map(sql =>
          /nowhere/.test(sql)
            ? { problem: 'No such table' }
            : { rows: 1_234_567 },
        ),
    });
    await chooseConnection(/Shop orders/);
    await writeScript(
      [
        'INSERT INTO a VALUES (1);',
        "-- DELETE FROM a;\nUPDATE orders SET a = 'WHERE';",
        'DELETE FROM nowhere;',
        'UPDATE big SET a = 1 WHERE b = 2;',
        'ALTER TABLE orders ADD b INT;',
      ].join('\n'),
    );
    const warnings = screen.getByRole('region', { name: 'Warnings' });
    await waitFor(() =>
      expect(warnings).toHaveTextContent('Line 3 UPDATE orders ≈ 1.2M rows'),
    );
    expect(warnings).toHaveTextContent('Line 6 ALTER TABLE orders ≈ 1.2M rows');
    expect(warnings).toHaveTextContent(
      'A statement changes many rowsLine 5 UPDATE big SET a = 1 WHERE b = 2 ≈ 1.2M rows',
    );
    expect(warnings).toHaveTextContent(/Line 4 DELETE nowhere(?! ≈)/);
    expect(api.estimateRows).toHaveBeenCalledTimes(1);

    await userEvent.click(
      screen.getByRole('button', { name: /^Line 4: DELETE nowhere/ }),
    );
    expect(
      await screen.findByText(/Statement 3 of 5 · Line 4, column 1/),
    ).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'SQL script' })).toHaveFocus();
  });

  it('says where a quote begins that has no end', async () => {
    const { api } = renderPage();
    await chooseConnection(/Shop orders/);
    await writeScript(
      "SELECT 1;\nINSERT INTO fix VALUES ('it's');\nDELETE FROM prices;\nDROP TABLE fix;",
    );
    const warnings = screen.getByRole('region', { name: 'Warnings' });
    await waitFor(() =>
      expect(warnings).toHaveTextContent(
        /^The quote that begins in line 2 has no end.*Line 2 INSERT INTO fix/,
      ),
    );
    await userEvent.click(within(warnings).getByRole('button'));
    expect(
      await screen.findByText(/Statement 2 of 2 · Line 2, column 1/),
    ).toBeInTheDocument();

    await writeScript('/* SELECT 1;');
    await waitFor(() =>
      expect(warnings).toHaveTextContent('The comment that begins in line 1'),
    );
    await writeScript("SELECT 'it''s';");
    await waitFor(() =>
      expect(warnings).toHaveTextContent(/^Nothing in the script stands out/),
    );
    expect(api.createTask).not.toHaveBeenCalled();
  });

  it('says that SQLite takes no NUL character', async () => {
    renderPage({
      listConnections: async () => [
        createConnection(),
        createConnection({ id: 'l', title: 'Ledger', dialect: 'sqlite' }),
      ],
    });
    await chooseConnection(/Shop orders/);
    await writeScript("SELECT 'a\0b';");
    const warnings = screen.getByRole('region', { name: 'Warnings' });
    await waitFor(() => expect(warnings).toHaveTextContent(/^Nothing/));
    await chooseConnection(/Ledger/);
    expect(await screen.findByText(/Line 1: .*NUL/)).toBeInTheDocument();
    await waitFor(() => expect(warnings).not.toHaveTextContent(/Nothing/));
  });

  it('says beside the button how many warnings there are, and leads to them', async () => {
    const { api } = renderPage();
    await chooseConnection(/Shop orders/);
    await writeScript('CREATE INDEX i ON t (a);\nGRANT ALL ON *.* TO bob;');
    const count = await screen.findByRole('button', { name: '2 warnings' });
    expect(
      screen.getByRole('button', { name: 'Run task' }),
    ).toHaveAccessibleDescription('2 warnings');
    await userEvent.click(count);
    expect(screen.getByRole('region', { name: 'Warnings' })).toHaveFocus();
    await run();
    await waitFor(() => expect(api.createTask).toHaveBeenCalledTimes(1));
  });

  it('names in the question what else stands out, in short', async () => {
    renderPage();
    await chooseConnection(/Shop orders/);
    const grants = Array.from({ length: 14 }, (_, n) => `GRANT a TO u${n};`);
    await writeScript(`SHUTDOWN;\n${grants.join('\n')}\nLOCK TABLES t WRITE;`);
    await screen.findByText(/Statement \d+ of 16 ·/);
    await run();
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent(
      /A statement stops the database server: SHUTDOWN/,
    );
    expect(dialog).toHaveTextContent(
      '14 statements change the server, or who may do what: GRANT a TO u0, GRANT a TO u1 and 12 more',
    );
    expect(dialog).toHaveTextContent(/can lock its table .*: LOCK TABLES t/);
  });

  it('says which queries have more rows than are kept', async () => {
    renderPage({
      estimateRows: async (_, statements) =>
        statements.map(sql => ({ rows: /small/.test(sql) ? 900 : 20_000 })),
    });
    await chooseConnection(/Shop orders/);
    await writeScript('SELECT * FROM small;\nSELECT * FROM large;');
    const warnings = screen.getByRole('region', { name: 'Warnings' });
    await waitFor(() =>
      expect(warnings).toHaveTextContent(
        /more rows than the 1,000 that are kept.*Line 2 SELECT \* FROM large ≈ 20K rows$/,
      ),
    );
    await userEvent.click(screen.getByRole('button', { name: /Settings/ }));
    const limit = screen.getByRole('textbox', { name: 'Query result limit' });
    await userEvent.type(limit, '50,000');
    await waitFor(() => expect(warnings).not.toHaveTextContent('are kept'));
  });

  it('tells those who do not see it how many statements there are, and what stands out', async () => {
    renderPage();
    await chooseConnection(/Shop orders/);
    await writeScript('SELECT 1;SELECT 2;DROP TABLE t;');
    const outlook = screen.getByRole('complementary');
    await waitFor(
      () =>
        expect(within(outlook).getByRole('status')).toHaveTextContent(
          /^3 statements\. A DROP cannot be taken back$/,
        ),
      { timeout: 10_000 },
    );
  });

  it('names a few of many and counts the rest', async () => {
    renderPage();
    await chooseConnection(/Shop orders/);
    await writeScript('TRUNCATE t;\n'.repeat(4_990));
    const warnings = screen.getByRole('region', { name: 'Warnings' });
    await waitFor(() =>
      expect(warnings).toHaveTextContent('4,990 TRUNCATEs empty their tables'),
    );
    await userEvent.click(
      screen.getByRole('button', { name: /Show \d+ more/ }),
    );
    expect(warnings).toHaveTextContent('and 4,940 more like it');
  });

  it('wants the name of the database typed before what cannot be taken back', async () => {
    const { api } = renderPage();
    await chooseConnection(/Shop orders/);
    await writeScript('DROP TABLE orders;\nDELETE FROM items;');
    await screen.findByText(/Statement \d of 2 ·/);
    await userEvent.click(screen.getByRole('textbox', { name: /Task Name/ }));
    await userEvent.keyboard('{Control>}{Enter}{/Control}');

    const dialog = await screen.findByRole('dialog', {
      name: 'Run this script on Shop orders?',
    });
    expect(dialog).toHaveTextContent(/A DROP cannot be taken back: orders/);
    expect(dialog).toHaveTextContent(/DELETE without WHERE .*: items/);
    const confirm = within(dialog).getByRole('button', { name: 'Run task' });
    const name = within(dialog).getByRole('textbox', { name: /shop$/ });
    await userEvent.type(name, 'Shop orders{Enter}');
    expect(confirm).toBeDisabled();
    expect(api.createTask).not.toHaveBeenCalled();

    await userEvent.clear(name);
    await userEvent.type(name, 'shop{Enter}');
    await waitFor(() => expect(api.createTask).toHaveBeenCalledTimes(1));
  });

  it('runs several files as one script, in their order', async () => {
    const uploads: Blob[] = [];
    const { api } = renderPage({
      uploadScript: async script => {
        uploads.push(script);
        return { scriptId: 'script-1', bytes: script.size, sha256: '0' };
      },
    });
    await chooseConnection(/Ledger/);
    await writeScript('SELECT 0');
    await userEvent.upload(screen.getByTestId('script-file'), [
      new File(['SELECT 1;\nSELECT 2'], 'a.sql'),
      new File(['SELECT 3'], 'b.sql'),
    ]);
    const files = await screen.findByRole('list', { name: /^Files of/ });
    const names = () =>
      within(files)
        .getAllByRole('listitem')
        .map(item => item.textContent);
    await waitFor(() =>
      expect(names()).toEqual([
        expect.stringMatching(/^Written here.*1 statement$/),
        expect.stringMatching(/^a\.sql.*2 statements$/),
        expect.stringMatching(/^b\.sql.*1 statement$/),
      ]),
    );

    await userEvent.click(
      screen.getByRole('button', { name: 'Move Written here down' }),
    );
    screen.getByRole('button', { name: 'b.sql' }).focus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
    expect(names().map(text => text!.split(/\d/)[0])).toEqual([
      'b.sql',
      'a.sql',
      'Written here',
    ]);
    expect(screen.getByText('b.sql is now number 1 of 3')).toBeInTheDocument();
    await waitFor(() => expect(names()[1]).toMatch(/2 statements$/));
    await run();

    await waitFor(() => expect(api.createTask).toHaveBeenCalled());
    expect(await textOf(uploads[0])).toBe(
      '-- 1 of 3: b.sql\nSELECT 3\n;\n-- 2 of 3: a.sql\nSELECT 1;\nSELECT 2\n;\n-- 3 of 3: Written here\nSELECT 0',
    );
  });

  it('keeps the focus beside what is moved and removed', async () => {
    renderPage();
    await chooseConnection(/Ledger/);
    await userEvent.upload(screen.getByTestId('script-file'), [
      new File(['SELECT 1'], 'a.sql'),
      new File(['SELECT 2'], 'b.sql'),
      new File(['SELECT 3'], 'c.sql'),
    ]);
    const button = (name: string) => screen.getByRole('button', { name });
    const press = (name: string) => userEvent.click(button(name));
    await screen.findByRole('list', { name: /^Files of/ });

    await press('Move b.sql up');
    expect(button('Move b.sql down')).toHaveFocus();
    await press('Move a.sql down');
    expect(button('Move a.sql up')).toHaveFocus();
    await press('Remove c.sql');
    expect(button('a.sql')).toHaveFocus();
    await userEvent.keyboard('{Delete}');
    expect(button('b.sql')).toHaveFocus();
    await press('Remove b.sql');
    expect(button('Choose .sql files')).toHaveFocus();
  });

  it('takes in the files that can be read, and names the others', async () => {
    renderPage();
    await chooseConnection(/Ledger/);
    const folder = new File([], 'migrations.sql');
    folder.arrayBuffer = async () => {
      throw new DOMException('It is a folder', 'NotReadableError');
    };
    await userEvent.upload(screen.getByTestId('script-file'), [
      new File(['SELECT 1'], 'a.sql'),
      folder,
      new File(['SELECT 2'], 'b.sql'),
    ]);
    const files = await screen.findByRole('list', { name: /^Files of/ });
    expect(
      within(files)
        .getAllByRole('listitem')
        .map(item => item.textContent!.split(/\d/)[0]),
    ).toEqual(['a.sql', 'b.sql']);
    const [alert] = screen.getAllByRole('alert');
    expect(alert).toHaveTextContent(
      /^One file could not be read.*migrations.sql$/,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Remove b.sql' }));
    expect(screen.queryByText('migrations.sql')).toBeNull();
  });

  it('reads a file once, however soon it is run', async () => {
    const { api } = renderPage({
      uploadScript: async () => ({ scriptId: 's', bytes: 1, sha256: 'x' }),
    });
    await chooseConnection(/Ledger/);
    const file = new File(['SELECT 1;\n'.repeat(200_000)], 'large.sql');
    let readBytes = 0;
    const { slice } = file;
    file.slice = (from = 0, to = 0) => {
      readBytes += to > from + 1 ? Math.min(to, file.size) - from : 0;
      return slice.call(file, from, to);
    };
    await userEvent.upload(screen.getByTestId('script-file'), file);
    await screen.findByText('large.sql');
    readBytes = 0;
    await run();
    await waitFor(() => expect(api.createTask).toHaveBeenCalled(), {
      timeout: 20_000,
    });
    expect(readBytes).toBe(file.size);
  }, 30_000);

  it('still shows the statement that stands out when its file is moved', async () => {
    renderPage();
    await chooseConnection(/Shop orders/);
    await userEvent.upload(screen.getByTestId('script-file'), [
      new File(['SELECT 1'], 'a.sql'),
      new File(['SELECT 2;\nDROP TABLE t'], 'b.sql'),
    ]);
    await userEvent.click(
      await screen.findByRole('button', { name: /^b\.sql, line 2/ }),
    );
    expect(await screen.findByText('Line 2 of b.sql')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Move b.sql up' }),
    );
    expect(screen.getByText('b.sql is now number 1 of 2')).toBeInTheDocument();
    expect(screen.getByText('Line 2 of b.sql')).toBeInTheDocument();
  });

  it('names the file that has no end, and sends nothing', async () => {
    const { api } = renderPage();
    await chooseConnection(/Ledger/);
    await userEvent.upload(screen.getByTestId('script-file'), [
      new File(["SELECT 'a"], 'open.sql'),
      new File(['SELECT 3'], 'b.sql'),
    ]);
    expect(
      await screen.findByText(/^open\.sql has no end of its own/),
    ).toBeInTheDocument();
    await run();
    expect(api.createTask).not.toHaveBeenCalled();

    await userEvent.click(
      screen.getByRole('button', { name: 'Remove open.sql' }),
    );
    await waitFor(() =>
      expect(screen.queryByText(/has no end of its own/)).toBeNull(),
    );
  });

  it('asks about the database on which the script will run, whatever is chosen meanwhile, and takes the name that it has by then', async () => {
    const { api } = renderPage({
      uploadScript: async () => ({ scriptId: 's', bytes: 1, sha256: 'x' }),
    });
    await chooseConnection(/Ledger/);
    const file = new File(['DROP TABLE orders'], 'drop.sql');
    let read = () => {};
    const isRead = new Promise<void>(resolve => {
      read = resolve;
    });
    const { slice } = file;
    file.slice = (...range) => {
      const part = slice.apply(file, range);
      const { arrayBuffer } = part;
      part.arrayBuffer = () => isRead.then(() => arrayBuffer.call(part));
      return part;
    };
    await userEvent.upload(screen.getByTestId('script-file'), [
      file,
      new File(['SELECT 1'], 'select.sql'),
    ]);
    await screen.findByRole('list', { name: /^Files of/ });
    await run();
    await chooseConnection(/Shop orders/);
    const name = screen.getByRole('textbox', { name: /Task Name/ });
    await userEvent.clear(name);
    await userEvent.type(name, 'By then');
    read();
    const dialog = await screen.findByRole('dialog', { name: /^Run this/ });
    expect(dialog).toHaveAccessibleName('Run this script on Ledger?');
    await userEvent.type(within(dialog).getByRole('textbox'), 'Ledger');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Run task' }),
    );
    await waitFor(() =>
      expect(api.createTask).toHaveBeenCalledWith(
        expect.objectContaining({ connection: 'ledger', name: 'By then' }),
      ),
    );
  });

  it.each(['is read', 'is uploaded'])(
    'creates no task when the form is left while its script %s',
    async when => {
      let upload: { signal?: AbortSignal; done(): void } | undefined;
      const { api, unmount } = renderPage({
        uploadScript: (_, options) =>
          new Promise(resolve => {
            const script = { scriptId: 's', bytes: 1, sha256: 'x' };
            upload = { ...options, done: () => resolve(script) };
          }),
      });
      await chooseConnection(/Ledger/);
      const file = new File(['SELECT 1;\n'.repeat(200_000)], 'large.sql');
      await userEvent.upload(screen.getByTestId('script-file'), file);
      await run();
      while (when === 'is uploaded' && !upload) {
        await new Promise(resolve => setTimeout(resolve, 10));
      }
      unmount();
      upload?.done();
      await new Promise(resolve => setTimeout(resolve, 1_000));

      expect(upload?.signal?.aborted ?? true).toBe(true);
      expect(api.createTask).not.toHaveBeenCalled();
    },
  );

  it('says which files a draft has lost', async () => {
    const { unmount } = renderPage();
    await chooseConnection(/Ledger/);
    await userEvent.upload(screen.getByTestId('script-file'), [
      new File(['SELECT 1'], 'a.sql'),
      new File(['SELECT 2'], 'b.sql'),
    ]);
    await screen.findByRole('list', { name: /^Files of/ });
    window.dispatchEvent(new Event('pagehide'));
    unmount();

    renderPage();
    expect(
      await screen.findByText(/are not kept by the browser/),
    ).toHaveTextContent(
      'Its files “a.sql”, “b.sql” are not kept by the browser: choose them again.',
    );
  });

  it('shows how far an upload is, and cancels it', async () => {
    const { api } = renderPage({
      uploadScript: (script, options) =>
        new Promise((_, reject) => {
          options!.onProgress!(script.size / 4);
          options!.signal!.onabort = () =>
            reject(new DOMException('cancelled', 'AbortError'));
        }),
    });
    await chooseConnection(/Ledger/);
    const file = new File(['SELECT 1;\n'.repeat(200_000)], 'large.sql');
    await userEvent.upload(screen.getByTestId('script-file'), file);
    await run();
    expect(
      await screen.findByText(/500 kB of 2.0 MB \(25 %\)/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('progressbar', { name: 'Upload of the script' }),
    ).toHaveValue(25);
    expect(screen.getByText('Sending the script, 25 %')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Cancel the upload' }),
    );
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
    expect(screen.queryByRole('alert')).toBeNull();
    expect(api.createTask).not.toHaveBeenCalled();
  });

  it.each(['before', 'after'])(
    'offers the tables and columns of the connection that are there %s it is asked',
    async when => {
      let load = () => {};
      const loaded = new Promise<void>(resolve => {
        load = resolve;
      });
      renderPage({
        getSchema: async () => {
          await loaded;
          const columns = [{ name: 'order_date', type: 'datetime' }];
          return { tables: [{ name: 'orders', columns }], truncated: false };
        },
      });
      await chooseConnection(/Shop orders/);
      const editor = await screen.findByRole('textbox', { name: 'SQL script' });
      await writeScript('SELECT o.order_d FROM orders o');
      const view = EditorView.findFromDOM(editor)!;
      if (when === 'before') {
        await act(async () => load());
      }
      act(() => {
        view.dispatch({ selection: { anchor: 'SELECT o.order_d'.length } });
        startCompletion(view);
      });
      if (when === 'after') {
        await untilNothingIsFound(view);
        await act(async () => load());
      }
      const options = await screen.findAllByRole('option');
      expect(options[0]).toHaveTextContent('order_datedatetime');
    },
  );
});

function textOf(blob: Blob): Promise<string> {
  return new Promise(resolve => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.readAsText(blob);
  });
}
