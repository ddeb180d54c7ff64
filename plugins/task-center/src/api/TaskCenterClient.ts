import { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  Connection,
  CreateTaskRequest,
  LogLevelFilter,
  LogLine,
  Page,
  ResultRow,
  ResultSet,
  ResumeAdvice,
  ResumeTaskRequest,
  RunAgainRequest,
  StatementState,
  Task,
  TaskStatement,
} from 'backstage-plugin-task-center-common';
import {
  ListTasksRequest,
  LogRequest,
  PageRequest,
  TaskCenterApi,
} from './TaskCenterApi';
import { toQueryString } from './toQueryString';

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
  }): TaskCenterClient {
    return new TaskCenterClient(options.fetchApi, options.discoveryApi);
  }

  private constructor(
    private readonly fetchApi: FetchApi,
    private readonly discoveryApi: DiscoveryApi,
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

  async createTask(request: CreateTaskRequest): Promise<Task> {
    return this.post('/tasks', request);
  }

  async uploadScript(
    script: Blob,
  ): Promise<{ scriptId: string; bytes: number; sha256: string }> {
    return this.json('/scripts', {
      method: 'POST',
      headers: { 'Content-Type': 'application/sql' },
      body: script,
    });
  }

  async getTask(id: string, options?: { signal?: AbortSignal }): Promise<Task> {
    return this.json(taskPath(id), { signal: options?.signal });
  }

  async getScript(id: string): Promise<string> {
    const response = await this.request(`${taskPath(id)}/script`);
    return response.text();
  }

  async abortTask(id: string): Promise<Task> {
    return this.json(`${taskPath(id)}/abort`, { method: 'POST' });
  }

  async deleteTask(id: string): Promise<void> {
    await this.request(taskPath(id), { method: 'DELETE' });
  }

  async getResumeAdvice(
    id: string,
    options?: { signal?: AbortSignal },
  ): Promise<ResumeAdvice> {
    return this.json(`${taskPath(id)}/resume`, { signal: options?.signal });
  }

  async resumeTask(id: string, request: ResumeTaskRequest): Promise<Task> {
    return this.post(`${taskPath(id)}/resume`, request);
  }

  async runTaskAgain(id: string, request: RunAgainRequest = {}): Promise<Task> {
    return this.post(`${taskPath(id)}/run-again`, request);
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
    request: PageRequest,
  ): Promise<Page<ResultRow>> {
    const { signal, ...query } = request;
    return this.json(
      `${taskPath(id)}/results/${resultSet}/rows${toQueryString(query)}`,
      { signal },
    );
  }

  async getLogs(id: string, request: LogRequest): Promise<Page<LogLine>> {
    const { signal, ...query } = request;
    return this.json(`${taskPath(id)}/logs${toQueryString(query)}`, { signal });
  }

  async resultsDownloadUrl(id: string): Promise<string> {
    const baseUrl = await this.discoveryApi.getBaseUrl(PLUGIN_ID);
    return `${baseUrl}${taskPath(id)}/results/download`;
  }

  async logDownloadUrl(id: string, level: LogLevelFilter): Promise<string> {
    const baseUrl = await this.discoveryApi.getBaseUrl(PLUGIN_ID);
    return `${baseUrl}${taskPath(id)}/logs/download${toQueryString({ level })}`;
  }

  private async post<T>(path: string, body: object): Promise<T> {
    return this.json(path, {
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
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function taskPath(id: string): string {
  return `/tasks/${encodeURIComponent(id)}`;
}
