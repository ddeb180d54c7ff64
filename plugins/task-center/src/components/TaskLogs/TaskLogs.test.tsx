import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LogLine, Task } from 'backstage-plugin-task-center-common';
import { LogRequest } from '../../api';
import {
  createTask,
  createTaskCenterMock,
  renderWithTaskCenter,
} from '../../__testUtils__';
import { giveElementsSize } from '../../__testUtils__/giveElementsSize';
import { TaskLogs } from './TaskLogs';

giveElementsSize({ width: 900, height: 440 });

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

/** A log of so many lines that grows when `length` does. */
function createLog(length: number) {
  const log = { length };
  const getLogs = async (_id: string, request: LogRequest) => {
    const { level, search, after = -1, offset = 0, limit = 0 } = request;
    let lines = Array.from({ length: log.length }, (_, i) => i);
    if (level === 'alert') {
      lines = lines.filter(i => i % 100 === 7);
    }
    if (search) {
      const needle = search.toLowerCase();
      lines = lines.filter(i =>
        lineAt(i).message.toLowerCase().includes(needle),
      );
    }
    return {
      items: lines
        .filter(i => i > after)
        .slice(offset, offset + limit)
        .map(lineAt),
      totalItems: lines.length,
    };
  };
  return { log, getLogs };
}

function renderLog(length: number, task: Partial<Task> = {}) {
  const { log, getLogs } = createLog(length);
  const api = createTaskCenterMock([], { getLogs });
  renderWithTaskCenter(<TaskLogs task={createTask(task)} />, {
    api,
    url: '/task-center/tasks/t1?tab=logs',
  });
  return { api, log };
}

const findLine = async (text: string) =>
  (await screen.findByText(text)).closest<HTMLElement>('[role=listitem]')!;
const list = () => screen.getByRole('list', { name: 'Log lines' });

function scrollTo(top: number) {
  act(() => {
    list().scrollTop = top;
    list().dispatchEvent(new Event('scroll'));
  });
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

  it('loads what is in sight of a long log', async () => {
    const { api } = renderLog(1_000_000);
    await findLine('UPDATE 0');
    expect(screen.getAllByRole('listitem').length).toBeLessThan(60);
    list().focus();
    await userEvent.keyboard('{End}');

    expect(await findLine('UPDATE 999999')).toHaveAttribute(
      'aria-posinset',
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
    expect(screen.getAllByRole('listitem')).toHaveLength(10);
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
      '[role=listitem]',
    )!;
    expect(line).toHaveAttribute('aria-current', 'true');
    expect(line.querySelector('mark')).toHaveTextContent('Duplicate');
    await userEvent.click(screen.getByRole('button', { name: 'Next match' }));
    expect(await screen.findByText('1 of 100')).toBeInTheDocument();
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
    }))!.closest('[role=listitem]');
    expect(line).toHaveAttribute('aria-posinset', '600');
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

  it('copies the whole log as it is downloaded', async () => {
    userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    renderLog(450);
    await findLine('UPDATE 0');
    await userEvent.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByText('450 lines copied.')).toBeInTheDocument();
    const lines = String(write.mock.calls.at(-1)![0]).split('\n');
    expect(lines).toHaveLength(451);
    expect(lines[7]).toBe(
      "2026-11-22T13:02:11.007Z ERROR #7 Duplicate entry '7'",
    );
    expect(lines[449]).toBe('2026-11-22T13:02:11.449Z INFO  #449 UPDATE 449');
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
