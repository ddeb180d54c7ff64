import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  LogLevelFilter,
  LogLine,
  LogMatchBlock,
  Task,
} from 'backstage-plugin-task-center-common';
import { FindInLogsRequest, LogRequest } from '../../api';
import {
  createTask,
  createTaskCenterMock,
  renderWithTaskCenter,
} from '../../__testUtils__';
import { giveElementsSize } from '../../__testUtils__/giveElementsSize';
import { makeScreenNarrow } from '../../__testUtils__/makeScreenNarrow';
import { TaskLogs } from './TaskLogs';

giveElementsSize({ width: 900, height: 440 });

const FOUND_AT_ONCE = 4_000;
/** For some lines. */
const TOO_LARGE = '(?:)';

function lineAt(index: number): LogLine {
  const isError = index % 100 === 7;
  return {
    index,
    time: new Date(Date.UTC(2026, 10, 22, 13, 2, 11) + index).toISOString(),
    level: isError ? 'ERROR' : 'INFO',
    statement: index,
    message: isError ? `Duplicate entry '${index}'` : `UPDATE ${index}`,
  };
}

/** From one to the one before another. */
function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

/** A log of so many lines that grows when `length` does. */
function createLog(lineCount: number) {
  const log = { length: lineCount };
  const linesOf = (level: LogLevelFilter = 'all') => {
    const errors = Math.ceil(Math.max(0, log.length - 7) / 100);
    return {
      all: { length: log.length, at: (i: number) => i },
      alert: { length: errors, at: (i: number) => i * 100 + 7 },
      error: { length: errors, at: (i: number) => i * 100 + 7 },
      info: { length: 0, at: (i: number) => i },
      warn: { length: 0, at: (i: number) => i },
    }[level];
  };
  const getLogs = async (_id: string, request: LogRequest) => {
    const { level, after, offset = 0, limit = 0 } = request;
    const { length, at } = linesOf(level);
    const first =
      after === undefined
        ? offset
        : numbers(0, length).filter(i => at(i) <= after).length;
    return {
      items: numbers(first, Math.min(length, first + limit)).map(i =>
        lineAt(at(i)),
      ),
      totalItems: length,
      ...(after !== undefined && { firstPosition: first }),
    };
  };
  const findInLogs = async (_id: string, request: FindInLogsRequest) => {
    const {
      text,
      level,
      regex,
      from = 0,
      to = log.length,
      limit = 0,
    } = request;
    if (text === '(') {
      throw new Error('This is not a regular expression');
    }
    const pattern = new RegExp(regex ? text : text.replace(/\W/g, '\\$&'), 'i');
    const { length, at } = linesOf(level);
    const lines = Array.from({ length }, (_, i) => at(i)).filter(
      i => i >= from && i < to && pattern.test(lineAt(i).message),
    );
    const end = Math.min(to, from + FOUND_AT_ONCE);
    const blocks: LogMatchBlock[] = [];
    for (let start = from; start < end; start += 700) {
      const part = { from: start, to: Math.min(end, start + 700) };
      const inside = lines.filter(i => i >= part.from && i < part.to);
      if (inside.length > 0) {
        blocks.push({ ...part, count: inside.length });
      }
    }
    return {
      items: lines.filter(i => i < end).slice(0, limit),
      ...{ blocks, nextLine: end, complete: end === to },
      cutLines: text.startsWith(TOO_LARGE) ? 2 : 0,
    };
  };
  return { log, getLogs, findInLogs };
}

function renderLog(
  length: number,
  { query = '', ...task }: Partial<Task> & { query?: string } = {},
) {
  const { log, getLogs, findInLogs } = createLog(length);
  const api = createTaskCenterMock([], { getLogs, findInLogs });
  renderWithTaskCenter(<TaskLogs task={createTask(task)} />, {
    api,
    url: `/task-center/tasks/t1?tab=logs${query}`,
  });
  return { api, log };
}

const findLine = async (text: string) =>
  (await screen.findByText(text)).closest<HTMLElement>('[role=row]')!;
const list = () => screen.getByRole('grid', { name: 'Log lines' });

function scrollTo(top: number) {
  act(() => {
    list().scrollTop = top;
    list().dispatchEvent(new Event('scroll'));
  });
}

/** What was put on the clipboard last. */
function watchClipboard() {
  userEvent.setup();
  const write = jest.spyOn(navigator.clipboard, 'writeText').mockClear();
  return () => String(write.mock.calls[write.mock.calls.length - 1]?.[0]);
}

describe('the log of a task', () => {
  it('shows level, statement and the time in the zone of the person', async () => {
    renderLog(20);
    const line = await findLine("Duplicate entry '7'");
    expect(line).toHaveAttribute('data-level', 'ERROR');
    expect(within(line).getByText('ERROR')).toBeInTheDocument();
    const time = line.querySelector('time')!;
    const local = new Date(time.dateTime);
    const pad = (n: number) => String(n).padStart(2, '0');
    expect(time).toHaveTextContent(
      `${pad(local.getHours())}:${pad(local.getMinutes())}:11.007`,
    );
    expect(within(line).getByRole('link', { name: '#7' })).toHaveAttribute(
      'href',
      '/task-center/tasks/t1?tab=statements&statement=7',
    );
    expect(screen.getByText('20 lines')).toBeInTheDocument();
  });

  it('keeps its columns where they are while it grows', async () => {
    const { log } = renderLog(999, { status: 'running' });
    await findLine('UPDATE 998');
    const room = () =>
      screen
        .getByRole('region', { name: 'Task Logs' })
        .style.getPropertyValue('--number-width');
    const before = room();
    log.length = 10_001;
    await findLine('UPDATE 10000');
    expect(room()).toBe(before);
  });

  it('loads what is in sight of a long log', async () => {
    const { api } = renderLog(1_000_000);
    await findLine('UPDATE 0');
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
    list().focus();
    await userEvent.keyboard('{End}');

    expect(await findLine('UPDATE 999999')).toHaveAttribute(
      'aria-rowindex',
      '1000000',
    );
    const offsets = api.getLogs.mock.calls.map(([, { offset }]) => offset);
    expect(offsets).toContain(999_800);
    expect(offsets).not.toContain(500_000);
  });

  it('has only alerts when asked for them', async () => {
    renderLog(1_000);
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Alert logs 10' }),
    );
    expect(await findLine("Duplicate entry '907'")).toBeInTheDocument();
    expect(screen.getAllByRole('row')).toHaveLength(10);
    expect(screen.getByRole('radio', { name: 'Error 10' })).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: 'Warn' })).toBeInTheDocument();
    expect(screen.getByLabelText('URL')).toHaveTextContent('level=alert');
    await waitFor(() =>
      expect(screen.getByRole('link', { name: 'Download' })).toHaveAttribute(
        'href',
        'http://portal.example/t1/log',
      ),
    );
  });

  it('finds in the whole log and goes from match to match', async () => {
    renderLog(10_000);
    await findLine('UPDATE 0');
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Find in the log' }),
      'DUPLICATE',
    );
    expect(await screen.findByText('1 of 100')).toBeInTheDocument();
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}');

    expect(await screen.findByText('100 of 100')).toBeInTheDocument();
    const line = (await screen.findByText(/entry '9907'/)).closest(
      '[role=row]',
    )!;
    expect(line).toHaveAttribute('aria-current', 'true');
    expect(line.querySelector('mark')).toHaveTextContent('Duplicate');
    await userEvent.click(screen.getByRole('button', { name: 'Next match' }));
    expect(await screen.findByText('1 of 100')).toBeInTheDocument();
  });

  it('finds from where one reads on, and in what comes', async () => {
    const { log } = renderLog(10_000, {
      status: 'running',
      query: '&line=5001',
    });
    await findLine('UPDATE 5000');
    list().focus();
    await userEvent.keyboard('{Control>}f{/Control}');
    await userEvent.keyboard('duplicate');
    expect(await screen.findByText('51 of 100')).toBeInTheDocument();
    await userEvent.keyboard('{Shift>}{F3}{/Shift}');
    expect(await screen.findByText('50 of 100')).toBeInTheDocument();
    expect(await findLine("entry '4907'")).toHaveAttribute('aria-current');
    log.length = 10_300;
    expect(await screen.findByText('50 of 103')).toBeInTheDocument();
  });

  it('finds a regular expression, and says when it is none', async () => {
    renderLog(2_000);
    await findLine('UPDATE 0');
    await userEvent.click(
      screen.getByRole('button', { name: 'Regular expression' }),
    );
    const field = screen.getByRole('searchbox', { name: 'Find in the log' });
    await userEvent.type(field, 'entry .1[[0-9]+07');
    expect(await screen.findByText('1 of 10')).toBeInTheDocument();
    await waitFor(() =>
      expect(list().querySelector('[aria-current] mark')).toHaveTextContent(
        "entry '1007",
      ),
    );
    await userEvent.clear(field);
    await userEvent.type(field, '(');
    expect(
      await screen.findByText('This is not a regular expression.'),
    ).toBeVisible();
  });

  it('says when long lines were not searched to their end', async () => {
    renderLog(10_000);
    await findLine('UPDATE 0');
    await userEvent.click(
      screen.getByRole('button', { name: 'Regular expression' }),
    );
    const field = screen.getByRole('searchbox', { name: 'Find in the log' });
    await userEvent.type(field, `${TOO_LARGE}entry`);
    expect(await screen.findByText('1 of at least 100')).toBeInTheDocument();
    const notice = await screen.findByText(
      '6 lines are so long that this regular expression was looked for only at their beginning.',
    );
    await userEvent.type(field, ' nowhere');
    expect(await screen.findByText('no match seen')).toBeVisible();
    await userEvent.clear(field);
    await waitFor(() => expect(notice).toBeEmptyDOMElement());
  });

  it('finds among the alerts as well', async () => {
    renderLog(60_000);
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Alert logs 600' }),
    );
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Find in the log' }),
      "'59907'",
    );
    const line = (await screen.findByText(/Duplicate entry/, {
      selector: '[aria-current] *',
    }))!.closest('[role=row]');
    expect(line).toHaveAttribute('aria-rowindex', '600');
  });

  it('follows a running task until the person reads', async () => {
    const { log } = renderLog(100, { status: 'running', actions: ['abort'] });
    await findLine('UPDATE 99');
    log.length = 150;
    await findLine('UPDATE 149');

    scrollTo(220);
    expect(screen.getByRole('checkbox', { name: 'Follow' })).not.toBeChecked();
    await findLine('UPDATE 12');
    log.length = 400;
    const unseen = await screen.findByRole('button', { name: '250 new lines' });
    expect(list().scrollTop).toBe(220);

    await userEvent.click(unseen);
    expect(await findLine('UPDATE 399')).toBeInTheDocument();
    expect(screen.getByRole('checkbox', { name: 'Follow' })).toBeChecked();
    expect(screen.queryByText(/new lines/)).toBeNull();
  });

  it('opens at the line of a link, and links to others', async () => {
    const write = watchClipboard();
    renderLog(1_000_000, { query: '&line=654322' });
    const line = await findLine('UPDATE 654321');
    expect(line).toHaveAttribute('aria-selected', 'true');
    expect(screen.getByText('Line 654,322')).toBeInTheDocument();

    const other = await findLine('UPDATE 654325');
    const user = userEvent.setup();
    await user.keyboard('{Shift>}');
    await user.click(within(other).getByTitle(/^Select this line/));
    await user.keyboard('{/Shift}');
    expect(screen.getByText('Lines 654,322 to 654,326')).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.getByLabelText('URL')).toHaveTextContent(
        'line=654322-654326',
      ),
    );
    await user.click(
      screen.getByRole('button', { name: 'Copy link to these lines' }),
    );
    expect(await screen.findByText('The link is copied.')).toBeInTheDocument();
    expect(write()).toMatch(
      /\/task-center\/tasks\/\w+\?tab=logs&line=654322-654326$/,
    );
    await user.click(screen.getByRole('button', { name: 'Copy lines' }));
    expect(await screen.findByText('5 lines copied.')).toBeInTheDocument();
    expect(write()).toMatch(/UPDATE 654321\n[^]*UPDATE 654325\n$/);
    await user.click(screen.getByRole('button', { name: 'Unmark' }));
    await waitFor(() =>
      expect(screen.getByLabelText('URL')).not.toHaveTextContent('line='),
    );
  });

  it('finds the line of a link among those of a level', async () => {
    renderLog(60_000, { query: '&level=error&line=30008' });
    const line = await findLine("Duplicate entry '30007'");
    expect(line).toHaveAttribute('aria-selected', 'true');
    expect(line).toHaveAttribute('aria-rowindex', '301');
  });

  it('copies the whole log as it is downloaded', async () => {
    const write = watchClipboard();
    renderLog(2_450);
    await findLine('UPDATE 0');
    await userEvent.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByText('2,450 lines copied.')).toBeInTheDocument();
    const lines = write().split('\n');
    expect(lines).toHaveLength(2_451);
    expect(lines[7]).toBe(
      "2026-11-22T13:02:11.007Z ERROR #7 Duplicate entry '7'",
    );
    expect(lines[449]).toBe('2026-11-22T13:02:11.449Z INFO  #449 UPDATE 449');
  });

  it('copies the lines that are selected', async () => {
    const write = watchClipboard();
    renderLog(50);
    const [first, last] = [
      await findLine('UPDATE 3'),
      await findLine('UPDATE 5'),
    ];
    document
      .getSelection()!
      .setBaseAndExtent(first.lastChild!, 0, last.lastChild!, 0);
    // The pointer of the test, unlike a browser's, would take the selection away.
    fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByText('The selection is copied.')).toBeVisible();
    expect(write()).toMatch(/^2026.* UPDATE 3\n.* UPDATE 4\n.* UPDATE 5\n$/);
  });

  it('is one stop for the keyboard, which goes from line to line', async () => {
    renderLog(1_000_000);
    await findLine('UPDATE 0');
    const grid = screen.getByRole('grid', { name: 'Log lines' });
    expect(grid).toHaveAccessibleDescription(/^The arrow keys, Page Up,/);
    expect(grid.querySelectorAll('a:not([tabindex="-1"])')).toHaveLength(0);
    grid.focus();
    const activeText = () =>
      document.getElementById(grid.getAttribute('aria-activedescendant')!)
        ?.textContent;

    await userEvent.keyboard('{ArrowDown}');
    expect(activeText()).toMatch(/UPDATE 0$/);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(activeText()).toMatch(/UPDATE 1$/);
    await userEvent.keyboard('{PageDown}');
    expect(activeText()).toMatch(/UPDATE 20$/);
    expect(grid.scrollTop).toBeGreaterThan(0);
    await userEvent.keyboard('{End}');
    await findLine('UPDATE 999999');
    expect(activeText()).toMatch(/UPDATE 999999$/);
    await userEvent.keyboard('{Home}{ArrowUp}');
    expect(activeText()).toMatch(/UPDATE 0$/);
    expect(grid).toHaveFocus();

    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(screen.getByLabelText('URL')).toHaveTextContent(
      '?tab=statements&statement=2',
    );
  });

  it('goes on by key from where one has scrolled to', async () => {
    renderLog(10_000);
    await findLine('UPDATE 0');
    list().focus();
    await userEvent.keyboard('{ArrowDown}');
    scrollTo(22 * 5_000);
    await findLine('UPDATE 5000');
    await userEvent.keyboard('{ArrowDown}');
    expect(list()).toHaveAttribute(
      'aria-activedescendant',
      (await findLine('UPDATE 5000')).id,
    );
  });

  it('names the line that the keyboard is at as soon as it can be read', async () => {
    const { api } = renderLog(20_000);
    await findLine('UPDATE 0');
    const answer = api.getLogs.getMockImplementation()!;
    let goOn = () => {};
    const held = new Promise<void>(resolve => {
      goOn = resolve;
    });
    api.getLogs.mockImplementation(async (id, request) => {
      await held;
      return answer(id, request);
    });
    list().focus();
    await userEvent.keyboard('{End}');
    await waitFor(() =>
      expect(list().querySelector('[aria-rowindex="20000"]')).not.toBeNull(),
    );
    expect(list()).not.toHaveAttribute('aria-activedescendant');
    await act(async () => goOn());
    expect(list()).toHaveAttribute(
      'aria-activedescendant',
      (await findLine('UPDATE 19999')).id,
    );
  });

  it('scrolls through a wrapped line that is taller than the view', async () => {
    // The view is 440 pixels high.
    const heights = jest
      .spyOn(HTMLElement.prototype, 'offsetHeight', 'get')
      .mockImplementation(function height(this: HTMLElement) {
        return this.dataset.index === '1' ? 1_000 : 22;
      });
    renderLog(50);
    await findLine('UPDATE 0');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Wrap' }));
    await findLine('UPDATE 1');
    act(() => list().focus());
    const press = async (key: string) => {
      await userEvent.keyboard(key);
      act(() => {
        list().dispatchEvent(new Event('scroll'));
      });
      const { scrollTop } = list();
      return [list().querySelector('[data-active]')?.textContent, scrollTop];
    };
    const tall = expect.stringMatching(/UPDATE 1$/);
    await press('{ArrowDown}');
    expect(await press('{ArrowDown}')).toEqual([tall, 0]);
    expect(await press('{ArrowDown}')).toEqual([tall, 396]);
    expect(await press('{PageDown}')).toEqual([tall, 1_022 - 440]);
    expect(await press('{ArrowUp}')).toEqual([tall, 186]);
    expect(await press('{PageUp}')).toEqual([tall, 22]);
    expect(await press('{ArrowUp}')).toEqual([
      expect.stringMatching(/UPDATE 0$/),
      22,
    ]);
    heights.mockRestore();
  });

  it('selects by key, and copies what is selected', async () => {
    const write = watchClipboard();
    renderLog(20_000);
    await findLine('UPDATE 0');
    list().focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(await screen.findByText('Lines 2 to 4')).toBeInTheDocument();
    await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}');
    expect(await screen.findByText('Lines 2 to 3')).toBeInTheDocument();
    await userEvent.keyboard('{Control>}c{/Control}');
    expect(await screen.findByText('2 lines copied.')).toBeInTheDocument();
    expect(write()).toMatch(/^[^\n]*UPDATE 1\n[^\n]*UPDATE 2\n$/);

    await userEvent.keyboard('{Shift>}{End}{/Shift}');
    expect(await screen.findByText('Lines 2 to 20,000')).toBeInTheDocument();
    await userEvent.keyboard('{Control>}a{/Control}');
    expect(await screen.findByText('Lines 1 to 20,000')).toBeInTheDocument();
    await userEvent.keyboard('{Control>}c{/Control}');
    expect(await screen.findByText('20,000 lines copied.')).toBeInTheDocument();
    expect(write().split('\n')).toHaveLength(20_001);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByText('Lines 1 to 20,000')).toBeNull();

    await userEvent.keyboard('{Home}{ArrowDown}{ArrowDown}');
    await userEvent.keyboard('{Control>}{Shift>}{End}{/Shift}{/Control}');
    expect(await screen.findByText('Lines 3 to 20,000')).toBeInTheDocument();
    await userEvent.keyboard('{Control>}{Shift>}{Home}{/Shift}{/Control}');
    expect(await screen.findByText('Lines 1 to 3')).toBeInTheDocument();
    const keys = { key: 'C', ctrlKey: true, shiftKey: true };
    expect(fireEvent.keyDown(list(), keys)).toBe(true);
  });

  it('copies of what is selected those that are shown', async () => {
    const write = watchClipboard();
    renderLog(1_000, { query: '&level=alert' });
    await findLine("Duplicate entry '907'");
    list().focus();
    await userEvent.keyboard('{Control>}a{/Control}');
    expect(await screen.findByText('Lines 8 to 908')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByText('10 lines copied.')).toBeInTheDocument();
    expect(write().match(/ ERROR /g)).toHaveLength(10);
  });

  it('selects whole lines where the mouse is drawn over several', async () => {
    const write = watchClipboard();
    renderLog(50);
    const first = await findLine('UPDATE 3');
    fireEvent.mouseDown(first.lastChild!, { button: 0, buttons: 1 });
    const over = { buttons: 1, clientY: 0 };
    fireEvent.mouseMove(first.firstChild!, over);
    expect(screen.queryByText(/^Lines? \d/)).toBeNull();
    fireEvent.mouseMove((await findLine('UPDATE 6')).lastChild!, over);
    fireEvent.mouseMove((await findLine('UPDATE 5')).lastChild!, over);
    fireEvent.mouseUp(document);
    fireEvent.mouseMove((await findLine('UPDATE 9')).lastChild!, {
      clientY: 0,
    });
    expect(await screen.findByText('Lines 4 to 6')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByText('3 lines copied.')).toBeInTheDocument();
    expect(write()).toMatch(/UPDATE 3\n[^]*UPDATE 5\n$/);
  });

  it('selects from the line that was pressed to the one that is pressed with Shift', async () => {
    renderLog(50);
    const press = (row: HTMLElement, options: object = {}) => {
      fireEvent.mouseDown(row.lastChild!, { button: 0, ...options });
      fireEvent.mouseUp(row.lastChild!, options);
      fireEvent.click(row.lastChild!, options);
    };
    press(await findLine('UPDATE 4'));
    press(await findLine('UPDATE 9'), { shiftKey: true });
    expect(await screen.findByText('Lines 5 to 10')).toBeInTheDocument();
  });

  it('stays where it is while the mouse is drawn over a log that grows', async () => {
    renderLog(50, { status: 'running' });
    const follow = await screen.findByRole('checkbox', { name: 'Follow' });
    const first = await findLine('UPDATE 45');
    fireEvent.mouseDown(first.lastChild!, { button: 0, buttons: 1 });
    expect(follow).toBeChecked();
    fireEvent.mouseMove(first.lastChild!, { buttons: 1, clientY: 0 });
    expect(follow).not.toBeChecked();
    fireEvent.mouseUp(document);
  });

  it('says how far copying has come, and ends it when asked', async () => {
    const write = watchClipboard();
    const { api } = renderLog(20_000);
    await findLine('UPDATE 0');
    const answer = api.getLogs.getMockImplementation()!;
    let goOn = () => {};
    api.getLogs.mockImplementation(async (id, request) => {
      if (request.offset === 2_000) {
        await new Promise<void>(resolve => {
          goOn = resolve;
        });
      }
      return answer(id, request);
    });
    await userEvent.click(screen.getByRole('button', { name: 'Copy' }));
    expect(
      await screen.findByText('Copying… 2,000 of 20,000 lines'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.getByText('Nothing was copied.')).toBeInTheDocument();
    await act(async () => goOn());
    expect(screen.getByText('Nothing was copied.')).toBeInTheDocument();
    expect(write()).toBe('undefined');
  });

  it('reads out each quarter of copying, and forgets it with the lines', async () => {
    watchClipboard();
    const { api } = renderLog(20_000);
    await findLine('UPDATE 0');
    const answer = api.getLogs.getMockImplementation()!;
    api.getLogs.mockImplementation(async (id, request) =>
      request.offset === 7_000 ? new Promise(() => {}) : answer(id, request),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Copy' }));
    const shown = await screen.findByText('Copying… 7,000 of 20,000 lines');
    expect(shown).toHaveAttribute('aria-hidden', 'true');
    const said = screen.getByText('Copying… 5,000 of 20,000 lines');
    expect(said.closest('[aria-live=polite]')).toContainElement(shown);

    await userEvent.click(screen.getByRole('radio', { name: /^Alert logs/ }));
    await findLine("Duplicate entry '907'");
    expect(screen.queryByText(/^Copying/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
  });

  it('stays where one reads when lines are loaded that failed to', async () => {
    const { api } = renderLog(20_000, { query: '&line=5001' });
    await findLine('UPDATE 5000');
    const answer = api.getLogs.getMockImplementation()!;
    api.getLogs.mockImplementation(async () => {
      throw new Error('Gateway timeout');
    });
    scrollTo(22 * 10_000);
    const again = await screen.findByRole('button', { name: 'Try again' });
    api.getLogs.mockImplementation(answer);
    await userEvent.click(again);
    await findLine('UPDATE 10000');
    await new Promise(resolve => setTimeout(resolve));
    expect(list().scrollTop).toBe(22 * 10_000);
  });

  it('goes to the line that was wanted last, whatever answer comes first', async () => {
    const { api } = renderLog(60_000, { query: '&level=error' });
    await findLine("Duplicate entry '7'");
    const answer = api.getLogs.getMockImplementation()!;
    const late: (() => void)[] = [];
    api.getLogs.mockImplementation(async (id, request) => {
      if (request.after !== undefined && late.length === 0) {
        await new Promise<void>(resolve => late.push(resolve));
      }
      return answer(id, request);
    });
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Find in the log' }),
      'Duplicate entry',
    );
    await waitFor(() => expect(late).toHaveLength(1));
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
    await findLine("'59907'");
    const place = list().scrollTop;
    await act(async () => late[0]());
    expect(list().scrollTop).toBe(place);
  });

  it('asks no more once it is refused, until the person wants it to', async () => {
    const { api, log } = renderLog(10, { status: 'running' });
    await findLine('UPDATE 9');
    const answer = api.getLogs.getMockImplementation()!;
    api.getLogs.mockImplementation(async () => {
      throw Object.assign(new Error('Not any more'), {
        cause: { name: 'NotAllowedError' },
      });
    });
    const notice = await screen.findByText(
      /^New lines are not loaded any more: Not any more/,
    );
    log.length = 20;
    api.getLogs.mockImplementation(answer);
    await new Promise(resolve => setTimeout(resolve, 2_500));
    expect(notice).toBeInTheDocument();
    await userEvent.click(within(notice).getByRole('button'));
    expect(await findLine('UPDATE 19')).toBeInTheDocument();
    expect(screen.queryByText(/^New lines are not/)).toBeNull();
  });

  it('says what came of copying beside what a search left out', async () => {
    renderLog(10_000);
    await findLine('UPDATE 0');
    await userEvent.click(
      screen.getByRole('button', { name: 'Regular expression' }),
    );
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Find in the log' }),
      '(',
    );
    await screen.findByText('This is not a regular expression.');
    await userEvent.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByText('10,000 lines copied.')).toBeVisible();
    expect(screen.getByText('This is not a regular expression.')).toBeVisible();
  });

  it('says when a link leads behind the end', async () => {
    renderLog(10, { query: '&line=L700-L720' });
    expect(
      await screen.findByText('The log has no line 700.'),
    ).toBeInTheDocument();
  });

  it('offers to download what is too much to copy', async () => {
    renderLog(1_000_000);
    await findLine('UPDATE 0');
    await userEvent.click(screen.getByRole('button', { name: 'Copy' }));
    expect(
      await screen.findByText(
        'These are 1,000,000 lines, more than the 100,000 that can be copied. Download has them all.',
      ),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'Download all 1,000,000 lines' }),
    ).toHaveAttribute('href', 'http://portal.example/t1/log');
  });

  it('says why there is nothing', async () => {
    renderLog(0);
    expect(await screen.findByText('The task left no log.')).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'Alert logs' }));
    expect(
      await screen.findByText('There was no warning and no error.'),
    ).toBeVisible();
  });
});

describe('the log of a task on a narrow screen', () => {
  makeScreenNarrow();

  it('wraps its lines until the person wants them whole', async () => {
    renderLog(20);
    await findLine('UPDATE 0');
    const wrap = screen.getByRole('checkbox', { name: 'Wrap' });
    expect(wrap).toBeChecked();
    await userEvent.click(wrap);
    expect(wrap).not.toBeChecked();
  });
});
