import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Task } from 'backstage-plugin-task-center-common';
import {
  createTask,
  createTaskCenterMock,
  renderWithTaskCenter,
} from '../../__testUtils__';
import { TaskWatcher } from './TaskWatcher';
import { TaskWatches } from './TaskWatches';
import { WatchButton } from './WatchButton';

const RUNNING = createTask({ status: 'running' });
const ENDED = createTask({ failedStatements: 3 });
const watches = TaskWatches.of('user:default/ada');
const currentUrl = () => screen.getByLabelText('URL').textContent;

/** What jsdom has not: it remembers what was shown. */
class BrowserNotification {
  static permission: NotificationPermission = 'default';
  static answer: NotificationPermission = 'granted';
  static shown: BrowserNotification[] = [];

  static async requestPermission() {
    BrowserNotification.permission = BrowserNotification.answer;
    return BrowserNotification.permission;
  }

  onclick?: () => void;
  isClosed = false;

  constructor(readonly title: string, readonly options: NotificationOptions) {
    BrowserNotification.shown.push(this);
  }

  close() {
    this.isClosed = true;
  }
}

const render = (tasks: Task[]) => {
  const api = createTaskCenterMock(tasks);
  renderWithTaskCenter(
    <>
      <TaskWatcher />
      <WatchButton task={RUNNING} />
    </>,
    { api },
  );
  return api;
};
const findButton = () =>
  screen.findByRole('button', { name: 'Notify me when it ends' });

describe('watching a task', () => {
  beforeEach(() => {
    localStorage.clear();
    BrowserNotification.permission = 'default';
    BrowserNotification.answer = 'granted';
    BrowserNotification.shown = [];
    Object.assign(window, { Notification: BrowserNotification });
    window.focus = jest.fn();
  });
  afterAll(() => {
    Reflect.deleteProperty(window, 'Notification');
  });

  it('asks for permission when it is pressed, and not before', async () => {
    const user = userEvent.setup();
    const api = render([RUNNING]);
    const button = await findButton();
    expect(button).toHaveAttribute('aria-pressed', 'false');
    expect(BrowserNotification.permission).toBe('default');
    expect(api.getTask).not.toHaveBeenCalled();

    await user.click(button);
    expect(BrowserNotification.permission).toBe('granted');
    expect(button).toHaveAttribute('aria-pressed', 'true');
    expect(watches.list()).toEqual([{ id: 't1', name: RUNNING.name }]);
    await waitFor(() => expect(api.getTask).toHaveBeenCalled());

    await user.click(button);
    expect(watches.list()).toEqual([]);
    expect(button).toHaveAttribute('aria-pressed', 'false');
  });

  it('shows one notification, which leads to the task', async () => {
    watches.add(RUNNING);
    BrowserNotification.permission = 'granted';
    const api = render([ENDED]);

    await waitFor(() => expect(BrowserNotification.shown).toHaveLength(1));
    const [notification] = BrowserNotification.shown;
    expect(notification).toMatchObject({
      title: 'Backfill order prices',
      options: { body: 'Completed, 3 failed', tag: 'task-center/t1' },
    });
    expect(watches.list()).toEqual([]);

    notification.onclick?.();
    await waitFor(() => expect(currentUrl()).toBe('/task-center/tasks/t1'));
    expect(notification.isClosed).toBe(true);
    expect(api.getTask).toHaveBeenCalledTimes(1);
  });

  it('says it in the portal where notifications are refused', async () => {
    const user = userEvent.setup();
    BrowserNotification.answer = 'denied';
    const api = render([RUNNING]);

    await user.click(await findButton());
    expect(
      await screen.findByText(/^Your browser shows no notifications/),
    ).toBeInTheDocument();

    api.getTask.mockResolvedValue(ENDED);
    expect(
      await screen.findByText(
        '“Backfill order prices”: Completed, 3 failed',
        undefined,
        {
          timeout: 10_000,
        },
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open the task' })).toHaveAttribute(
      'href',
      '/task-center/tasks/t1',
    );
    expect(BrowserNotification.shown).toEqual([]);
  }, 20_000);

  it('says it in the portal when the person comes to a tab of it', async () => {
    const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    watches.add(RUNNING);
    BrowserNotification.permission = 'denied';
    render([ENDED]);
    await waitFor(() => expect(watches.list()[0].end).toBeDefined());
    expect(screen.queryByText(/^“Backfill/)).toBeNull();

    hidden.mockRestore();
    document.dispatchEvent(new Event('visibilitychange'));
    expect(await screen.findByText(/^“Backfill/)).toBeInTheDocument();
    expect(watches.list()).toEqual([]);
  });

  it('leaves it to the tab that takes it off the list', async () => {
    watches.add(RUNNING);
    BrowserNotification.permission = 'granted';
    const api = createTaskCenterMock([], {
      getTask: async () => {
        // Another tab was quicker.
        localStorage.clear();
        return ENDED;
      },
    });
    renderWithTaskCenter(<TaskWatcher />, { api });

    await waitFor(() => expect(api.getTask).toHaveBeenCalled());
    await waitFor(() => expect(watches.list()).toEqual([]));
    expect(BrowserNotification.shown).toEqual([]);
  });

  it('forgets a task that is gone, and keeps one that could not be asked for', async () => {
    watches.add(RUNNING);
    watches.add({ id: 't2', name: 'Gone' });
    const api = createTaskCenterMock([], {
      getTask: async id => {
        throw Object.assign(new Error('No'), {
          name: id === 't2' ? 'NotFoundError' : 'ServiceUnavailableError',
        });
      },
    });
    renderWithTaskCenter(<TaskWatcher />, { api });

    await waitFor(() =>
      expect(watches.list()).toEqual([{ id: 't1', name: RUNNING.name }]),
    );
  });
});
