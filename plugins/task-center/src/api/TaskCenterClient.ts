import {
  DiscoveryApi,
  FetchApi,
  IdentityApi,
} from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  Activity,
  Connection,
  CreateTaskRequest,
  DatabaseSchema,
  LogLevelFilter,
  LogLinePage,
  LogMatches,
  Page,
  ResultFormat,
  ResultMatches,
  ResultRowPage,
  ResultSet,
  ResultUsage,
  ResultView,
  ResultViewSpec,
  ResumeAdvice,
  ResumeTaskRequest,
  RowEstimate,
  RunAgainRequest,
  StatementState,
  Task,
  TaskStatement,
  TaskTimeline,
} from 'backstage-plugin-task-center-common';
import {
  ActivityRequest,
  FindInLogsRequest,
  FindInResultsRequest,
  ListTasksRequest,
  LogRequest,
  PageRequest,
  ResultsDownload,
  TaskCenterApi,
  UploadOptions,
} from './TaskCenterApi';
import { taskChanges } from './taskChanges';
import { toQueryString } from './toQueryString';
import { uploadWithProgress } from './uploadWithProgress';

const PLUGIN_ID = 'task-center';

/**
 * Talks to the backend of Task Center. A response that is not a success is thrown as a `ResponseError`.
 *
 * @public
 */
export class TaskCenterClient implements TaskCenterApi {
  static create(options: {
    fetchApi: FetchApi;
    discoveryApi: DiscoveryApi;
    /** Without it nothing is told of how far an upload is. */
    identityApi?: Pick<IdentityApi, 'getCredentials'>;
  }): TaskCenterClient {
    const { fetchApi, discoveryApi, identityApi } = options;
    return new TaskCenterClient(fetchApi, discoveryApi, identityApi);
  }

  private constructor(
    private readonly fetchApi: FetchApi,
    private readonly discoveryApi: DiscoveryApi,
    private readonly identityApi?: Pick<IdentityApi, 'getCredentials'>,
  ) {}

  async listConnections(): Promise<Connection[]> {
    const { items } = await this.json<{ items: Connection[] }>('/connections');
    return items;
  }

  async listTasks(
    request: ListTasksRequest,
    options?: { signal?: AbortSignal },
  ): Promise<Page<Task>> {
    return this.json(`/tasks${toQueryString({ ...request })}`, {
      signal: options?.signal,
    });
  }

  async getActivity(
    request: ActivityRequest,
    options?: { signal?: AbortSignal },
  ): Promise<Activity> {
    return this.json(`/activity${toQueryString({ ...request })}`, {
      signal: options?.signal,
    });
  }

  async createTask(request: CreateTaskRequest): Promise<Task> {
    return tellOf(this.post('/tasks', request));
  }

  async uploadScript(
    script: Blob,
    options: UploadOptions = {},
  ): Promise<{ scriptId: string; bytes: number; sha256: string }> {
    const { signal, onProgress } = options;
    const headers = { 'Content-Type': 'application/sql' };
    // Only XMLHttpRequest tells how far a body is. It takes the address and the token from where `fetchApi` has them, too,
    // and cookies follow the same rules. What a portal has added to `fetchApi` beyond that does not see this request.
    if (onProgress && this.identityApi) {
      const baseUrl = await this.discoveryApi.getBaseUrl(PLUGIN_ID);
      const { token } = await this.identityApi.getCredentials();
      const response = await uploadWithProgress(`${baseUrl}/scripts`, script, {
        headers: {
          ...headers,
          ...(token && { Authorization: `Bearer ${token}` }),
        },
        signal,
        onProgress,
      });
      return (await throwUnlessOk(response)).json();
    }
    return this.json('/scripts', {
      method: 'POST',
      headers,
      body: script,
      signal,
    });
  }

  async getSchema(
    connection: string,
    options?: { signal?: AbortSignal },
  ): Promise<DatabaseSchema> {
    const path = `/connections/${encodeURIComponent(connection)}/schema`;
    return this.json(path, { signal: options?.signal });
  }

  async estimateRows(
    connection: string,
    statements: string[],
    options?: { signal?: AbortSignal },
  ): Promise<RowEstimate[]> {
    const path = `/connections/${encodeURIComponent(connection)}/estimates`;
    const { items } = await this.post<{ items: RowEstimate[] }>(
      path,
      { statements },
      options,
    );
    return items;
  }

  async getTask(id: string, options?: { signal?: AbortSignal }): Promise<Task> {
    return this.json(taskPath(id), { signal: options?.signal });
  }

  async getScript(id: string): Promise<string> {
    const response = await this.request(`${taskPath(id)}/script`);
    return response.text();
  }

  async getScriptFile(id: string): Promise<Blob> {
    const response = await this.request(`${taskPath(id)}/script`);
    return response.blob();
  }

  async abortTask(id: string): Promise<Task> {
    return tellOf(this.json(`${taskPath(id)}/abort`, { method: 'POST' }));
  }

  async deleteTask(id: string): Promise<void> {
    await tellOf(this.request(taskPath(id), { method: 'DELETE' }));
  }

  async getResumeAdvice(
    id: string,
    options?: { signal?: AbortSignal },
  ): Promise<ResumeAdvice> {
    return this.json(`${taskPath(id)}/resume`, { signal: options?.signal });
  }

  async resumeTask(id: string, request: ResumeTaskRequest): Promise<Task> {
    return tellOf(this.post(`${taskPath(id)}/resume`, request));
  }

  async runTaskAgain(id: string, request: RunAgainRequest = {}): Promise<Task> {
    return tellOf(this.post(`${taskPath(id)}/run-again`, request));
  }

  async listStatements(
    id: string,
    request: PageRequest & { state?: StatementState[] },
  ): Promise<Page<TaskStatement>> {
    const { signal, ...query } = request;
    return this.json(`${taskPath(id)}/statements${toQueryString(query)}`, {
      signal,
    });
  }

  async listResults(id: string): Promise<ResultSet[]> {
    const { items } = await this.json<{ items: ResultSet[] }>(
      `${taskPath(id)}/results`,
    );
    return items;
  }

  async getRows(
    id: string,
    resultSet: number,
    request: PageRequest & { view?: string },
  ): Promise<ResultRowPage> {
    const { signal, ...query } = request;
    return this.json(
      `${resultPath(id, resultSet)}/rows${toQueryString(query)}`,
      { signal },
    );
  }

  async createResultView(
    id: string,
    resultSet: number,
    spec: ResultViewSpec,
    options?: { signal?: AbortSignal },
  ): Promise<ResultView> {
    return this.post(`${resultPath(id, resultSet)}/views`, spec, options);
  }

  async getResultView(
    id: string,
    resultSet: number,
    view: string,
    options?: { signal?: AbortSignal },
  ): Promise<ResultView> {
    return this.json(viewPath(id, resultSet, view), {
      signal: options?.signal,
    });
  }

  async leaveResultView(
    id: string,
    resultSet: number,
    view: string,
  ): Promise<void> {
    await this.request(viewPath(id, resultSet, view), { method: 'DELETE' });
  }

  async findInResults(
    id: string,
    resultSet: number,
    request: FindInResultsRequest,
  ): Promise<ResultMatches> {
    const { signal, ...query } = request;
    return this.json(
      `${resultPath(id, resultSet)}/find${toQueryString(query)}`,
      { signal },
    );
  }

  async keepResults(id: string, until: string): Promise<Task> {
    return this.post(`${taskPath(id)}/results/keep`, { until });
  }

  async dropResults(id: string): Promise<Task> {
    return this.json(`${taskPath(id)}/results`, { method: 'DELETE' });
  }

  async getResultUsage(options?: {
    signal?: AbortSignal;
  }): Promise<ResultUsage> {
    return this.json('/results/usage', { signal: options?.signal });
  }

  async getLogs(id: string, request: LogRequest): Promise<LogLinePage> {
    const { signal, ...query } = request;
    return this.json(`${taskPath(id)}/logs${toQueryString(query)}`, { signal });
  }

  async findInLogs(
    id: string,
    request: FindInLogsRequest,
  ): Promise<LogMatches> {
    const { signal, ...query } = request;
    return this.json(
      `${taskPath(id)}/logs/find${toQueryString({ ...query })}`,
      {
        signal,
      },
    );
  }

  async getTimeline(
    id: string,
    request: { buckets?: number; signal?: AbortSignal } = {},
  ): Promise<TaskTimeline> {
    const { signal, ...query } = request;
    return this.json(`${taskPath(id)}/timeline${toQueryString(query)}`, {
      signal,
    });
  }

  async resultsDownloadUrl(
    id: string,
    download: ResultsDownload = {},
  ): Promise<string> {
    const baseUrl = await this.discoveryApi.getBaseUrl(PLUGIN_ID);
    const query = toQueryString({ set: download.sets, ...download.format });
    return `${baseUrl}${taskPath(id)}/results/download${query}`;
  }

  async resultSetDownloadUrl(
    id: string,
    resultSet: number,
    format: ResultFormat = {},
  ): Promise<string> {
    const baseUrl = await this.discoveryApi.getBaseUrl(PLUGIN_ID);
    const query = toQueryString({ ...format });
    return `${baseUrl}${resultPath(id, resultSet)}/download${query}`;
  }

  async logDownloadUrl(id: string, level: LogLevelFilter): Promise<string> {
    const baseUrl = await this.discoveryApi.getBaseUrl(PLUGIN_ID);
    return `${baseUrl}${taskPath(id)}/logs/download${toQueryString({ level })}`;
  }

  private async post<T>(
    path: string,
    body: object,
    options?: { signal?: AbortSignal },
  ): Promise<T> {
    return this.json(path, {
      signal: options?.signal,
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  private async json<T>(path: string, init?: RequestInit): Promise<T> {
    const response = await this.request(path, init);
    return response.json();
  }

  private async request(path: string, init?: RequestInit): Promise<Response> {
    const response = await this.fetchApi.fetch(
      `plugin://${PLUGIN_ID}${path}`,
      init,
    );
    return throwUnlessOk(response);
  }
}

async function tellOf<T>(change: Promise<T>): Promise<T> {
  const outcome = await change;
  taskChanges.tell();
  return outcome;
}

async function throwUnlessOk(response: Response): Promise<Response> {
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  return response;
}

function taskPath(id: string): string {
  return `/tasks/${encodeURIComponent(id)}`;
}

function resultPath(id: string, resultSet: number): string {
  return `${taskPath(id)}/results/${resultSet}`;
}

function viewPath(id: string, resultSet: number, view: string): string {
  return `${resultPath(id, resultSet)}/views/${encodeURIComponent(view)}`;
}
