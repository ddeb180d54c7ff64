import {
  ApiMock,
  createApiMock,
  mockApis,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import {
  StorageApi,
  storageApiRef,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { useLocation } from 'react-router-dom';
import { Task } from 'backstage-plugin-task-center-common';
import { TaskCenterApi, taskCenterApiRef } from '../api';
import { toQueryString } from '../api/toQueryString';
import { DownloadAccess } from '../components/common';
import { catalogEntityRouteRef, tasksRouteRef } from '../routes';
import { createActivity } from './createActivity';
import { createConnection } from './createTask';
import { createTranslationApi } from './createTexts';

const mockTaskCenter = createApiMock(taskCenterApiRef, () => ({
  listConnections: jest.fn(),
  listTasks: jest.fn(),
  getActivity: jest.fn(),
  createTask: jest.fn(),
  uploadScript: jest.fn(),
  getSchema: jest.fn(),
  estimateRows: jest.fn(),
  getTask: jest.fn(),
  getScript: jest.fn(),
  getScriptFile: jest.fn(),
  abortTask: jest.fn(),
  deleteTask: jest.fn(),
  getResumeAdvice: jest.fn(),
  resumeTask: jest.fn(),
  runTaskAgain: jest.fn(),
  listStatements: jest.fn(),
  listResults: jest.fn(),
  getRows: jest.fn(),
  createResultView: jest.fn(),
  getResultView: jest.fn(),
  leaveResultView: jest.fn(),
  findInResults: jest.fn(),
  keepResults: jest.fn(),
  dropResults: jest.fn(),
  getResultUsage: jest.fn(),
  getLogs: jest.fn(),
  findInLogs: jest.fn(),
  getTimeline: jest.fn(),
  resultsDownloadUrl: jest.fn(),
  resultSetDownloadUrl: jest.fn(),
  logDownloadUrl: jest.fn(),
}));

/**
 * A Task Center with these tasks, each method of which can be watched and replaced.
 *
 * @internal
 */
export function createTaskCenterMock(
  tasks: Task[],
  other: Partial<TaskCenterApi> = {},
): ApiMock<TaskCenterApi> {
  return mockTaskCenter({
    listConnections: async () => [createConnection()],
    listTasks: async () => ({ items: tasks, totalItems: tasks.length }),
    getActivity: async () => createActivity(),
    getTask: async id => tasks.find(task => task.id === id)!,
    getScript: async () => 'UPDATE orders SET price = 1;',
    getScriptFile: async () => new Blob(['UPDATE orders SET price = 1;']),
    listStatements: async () => ({ items: [], totalItems: 0 }),
    getSchema: async () => ({ tables: [], truncated: false }),
    estimateRows: async (_, statements) => statements.map(() => ({})),
    getLogs: async () => ({ items: [], totalItems: 0 }),
    getTimeline: async () => ({
      ...{ firstStatement: 1, durationMs: 0, buckets: [], slowest: [] },
    }),
    resultsDownloadUrl: async (id, { sets, format } = {}) =>
      `http://portal.example/${id}/download${toQueryString({
        set: sets,
        ...format,
      })}`,
    resultSetDownloadUrl: async (id, set, format) =>
      `http://portal.example/${id}/${set}/download${toQueryString({
        ...format,
      })}`,
    logDownloadUrl: async id => `http://portal.example/${id}/log`,
    ...other,
  });
}

/**
 * Renders a part of the pages in a portal where somebody is signed in.
 *
 * @internal
 */
export function renderWithTaskCenter(
  element: JSX.Element,
  options: {
    api: ApiMock<TaskCenterApi>;
    url?: string;
    /** What the catalog holds. */
    entities?: Entity[];
    /** Default: English. */
    language?: 'en' | 'zh';
    /** Who is signed in; empty where nobody is. Default: ada. */
    user?: string;
    /** Where the portal keeps the person's choices. Default: in this browser. */
    storage?: StorageApi;
  },
) {
  const { api, url = '/', entities, language = 'en', user = 'ada' } = options;
  const { storage } = options;
  return renderInTestApp(
    <DownloadAccess>
      {element}
      <CurrentUrl />
    </DownloadAccess>,
    {
      apis: [
        api,
        catalogApiMock({ entities }),
        [translationApiRef, createTranslationApi(language)],
        mockApis.identity({
          userEntityRef: user && `user:default/${user}`,
        }),
        ...(storage ? [[storageApiRef, storage] as const] : []),
        mockApis.fetch({
          baseImplementation: async () => new Response(null, { status: 404 }),
        }),
      ],
      mountedRoutes: {
        '/task-center/tasks': tasksRouteRef,
        '/catalog/:namespace/:kind/:name': catalogEntityRouteRef,
      },
      initialRouteEntries: [url],
    },
  );
}

function CurrentUrl() {
  const { pathname, search } = useLocation();
  return <output aria-label="URL">{`${pathname}${search}`}</output>;
}
