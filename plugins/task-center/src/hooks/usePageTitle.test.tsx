import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link, Route, Routes } from 'react-router-dom';
import {
  createTask,
  createTaskCenterMock,
  renderWithTaskCenter,
} from '../__testUtils__';
import { TaskCenterPage } from '../components/TaskCenterPage';

const TASKS = '/task-center/tasks';

/** The Task Center beside a page that says nothing of its title. */
function openPortal(path: string, language: 'en' | 'zh' = 'en') {
  const api = createTaskCenterMock([createTask({ name: 'Fix duplicates' })]);
  api.listResults.mockResolvedValue([]);
  api.getRows.mockResolvedValue({ items: [], totalItems: 0 });
  document.title = 'What was there before';
  renderWithTaskCenter(
    <>
      <Link to="/elsewhere">Elsewhere</Link>
      <Link to={TASKS}>List</Link>
      <Link to={`${TASKS}?task=t1`}>Beside the list</Link>
      <Routes>
        <Route path={`${TASKS}/*`} element={<TaskCenterPage />} />
        <Route path="*" element={null} />
      </Routes>
    </>,
    { api, url: `${TASKS}${path}`, language },
  );
  return api;
}

const findTitle = async (start: string) => {
  await waitFor(() => expect(document.title.startsWith(start)).toBe(true));
  return document.title.slice(start.length);
};

describe('the title of the page', () => {
  it.each([
    ['', 'Asynchronous Execution'],
    ['/new', 'New task'],
    ['/t1', 'Fix duplicates · Completed'],
    ['?task=t1', 'Fix duplicates · Completed'],
    ['/t1/results', 'Query Results of Fix duplicates'],
  ])('says what “%s” shows', async (path, title) => {
    openPortal(path);
    expect(await findTitle(title)).toMatch(/^ \| Task Center \| .+/);
  });

  it('is in the language of the person', async () => {
    openPortal('/t1/results', 'zh');
    expect(await findTitle('Fix duplicates 的查询结果')).toMatch(
      /^ \| 任务中心 \| /,
    );
  });

  it('follows what is looked at, and is given back', async () => {
    openPortal('?task=t1');
    const portal = (await findTitle('Fix duplicates · Completed')).replace(
      ' | Task Center | ',
      '',
    );
    const go = (name: string) =>
      userEvent.click(screen.getByRole('link', { name, hidden: true }));
    await go('List');
    await findTitle('Asynchronous Execution | ');
    await go('Beside the list');
    await findTitle('Fix duplicates · Completed | ');
    await go('Elsewhere');
    await waitFor(() => expect(document.title).toBe(portal));
  });
});
