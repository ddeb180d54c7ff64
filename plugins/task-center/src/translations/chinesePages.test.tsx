import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EditorView } from '@uiw/react-codemirror';
import { ResultSet, Task } from 'backstage-plugin-task-center-common';
import {
  createConnection,
  createTask,
  createTaskCenterMock,
  renderWithTaskCenter,
} from '../__testUtils__';
import { giveElementsSize } from '../__testUtils__/giveElementsSize';
import { TaskCenterApi } from '../api';
import { NewTaskPage } from '../components/NewTask';
import { SqlWindowPage } from '../components/SqlWindow';
import { TaskPage } from '../components/TaskDetails';
import { TaskList } from '../components/TaskList';

giveElementsSize({ width: 900, height: 500 });

const NAMES =
  /MySQL|taskCenter|Excel|Markdown|Shift|Ctrl|Alt|Enter|\.sql|zip|schema(\.table)?|(resource|user):default/g;
// What the components of Backstage say by themselves.
const FOREIGN =
  /Show suggestions|Clear search|Close|Dismiss|Data table|Row selection|Loading|notifications|Select (all|row|table page size)|(Next|Previous) table page|Table page loaded|Toolbar tabs|sort(able|ed by) column|in (as|des)cending order/g;
const SPOKEN = ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext'];

/** What stands on the page, or is spoken, that looks like English. All that comes from the backend has no small letters. */
function findEnglish(): string[] {
  const texts: (string | null)[] = [];
  document.body.querySelectorAll('*').forEach(element => {
    if (element.closest('output, style, script')) {
      return;
    }
    texts.push(...SPOKEN.map(name => element.getAttribute(name)));
    element.childNodes.forEach(
      node => node.nodeType === Node.TEXT_NODE && texts.push(node.textContent),
    );
  });
  return [...new Set(texts)].filter((text): text is string =>
    /[a-z]{2,}/.test((text ?? '').replace(NAMES, '').replace(FOREIGN, '')),
  );
}

const CONNECTION = createConnection({
  id: '1',
  title: '商店',
  database: 'SHOP',
  entityRef: 'resource:default/1',
});
const TASK = createTask({
  id: '1',
  name: '回填价格',
  connection: '1',
  entityRef: 'resource:default/1',
  createdBy: 'user:default/1',
  scriptSha256: 'F'.repeat(64),
  totalStatements: 5,
  succeededStatements: 3,
  failedStatements: 1,
  resultSets: 2,
  truncatedResultSets: 1,
  resultBytes: 4_000,
  resultsExpireAt: '2026-12-22T13:02:09.000Z',
  actions: ['abort', 'delete', 'resume', 'runAgain', 'readResults'],
});
const SET: ResultSet = {
  ...{ index: 1, statement: 1, rowCount: 2, bytes: 90 },
  ...{ truncated: true, truncatedBy: 'rows', partial: false },
  columns: [
    { name: 'ID', type: 'BIGINT' },
    { name: '', type: 'VARCHAR' },
  ],
};
const STATEMENT = {
  ...{ index: 1, line: 1, text: 'SELECT 1', state: 'failed' as const },
  ...{ durationMs: 1_200, affectedRows: 7, warnings: 2 },
  error: { code: '1062', message: 'E' },
};

function renderChinese(element: JSX.Element, task: Partial<Task> = {}) {
  const other: Partial<TaskCenterApi> = {
    listConnections: async () => [CONNECTION],
    getScript: async () => 'SELECT 1;',
    listStatements: async () => ({ items: [STATEMENT], totalItems: 1 }),
    listResults: async () => [SET, { ...SET, index: 2, statement: 2 }],
    getRows: async () => ({
      items: [
        ['1', ''],
        ['2', null],
      ],
      totalItems: 2,
    }),
  };
  const api = createTaskCenterMock([{ ...TASK, ...task }], other);
  return renderWithTaskCenter(element, { api, language: 'zh' });
}

const press = async (name: RegExp | string, role: string = 'button') =>
  userEvent.click((await screen.findAllByRole(role, { name }))[0]);

describe('the Chinese pages have no English on', () => {
  it('the list of tasks', async () => {
    renderChinese(<TaskList connections={[CONNECTION]} />);
    await screen.findByText('回填价格');
    expect(findEnglish()).toEqual([]);
    await press('回填价格 的更多操作');
    expect(findEnglish()).toEqual([]);
  });

  it('the details of a task', async () => {
    renderChinese(<TaskPage taskId="1" />);
    await screen.findByText('执行失败记录（1）');
    expect(findEnglish()).toEqual([]);
    await press('语句', 'tab');
    await screen.findByText('1 条语句');
    expect(findEnglish()).toEqual([]);
    await press('任务日志', 'tab');
    await screen.findByText('暂无日志');
    expect(findEnglish()).toEqual([]);
    await press('删除');
    await screen.findByText('删除“回填价格”？');
    expect(findEnglish()).toEqual([]);
  });

  it('the form for a new task', async () => {
    renderChinese(<NewTaskPage />);
    const editor = await screen.findByRole('textbox', { name: 'SQL 脚本' });
    const view = EditorView.findFromDOM(editor)!;
    const insert = 'DELETE FROM T; DROP TABLE T;';
    act(() => view.dispatch({ changes: { from: 0, insert } }));
    await screen.findByText('DROP 操作无法撤销');
    await press(/^设置/);
    await screen.findByText('提交方式');
    expect(findEnglish()).toEqual([]);
    await press('运行任务');
    await screen.findByText('要在 商店 上运行此脚本吗？');
    expect(findEnglish()).toEqual([]);
  });

  it('the results', async () => {
    renderChinese(<SqlWindowPage taskId="1" resultSet={1} />);
    await waitFor(() =>
      expect(document.querySelector('[role=gridcell]')).not.toBeNull(),
    );
    expect(findEnglish()).toEqual([]);
    for (const [button, title] of [
      ['筛选', '添加筛选条件'],
      ['按选项下载', '下载内容'],
      ['打包…', '打包 回填价格 的结果集'],
    ]) {
      await press(button);
      await screen.findByText(title);
      expect(findEnglish()).toEqual([]);
      await userEvent.keyboard('{Escape}');
    }
  });
});
