import { NotFoundError } from '@backstage/errors';
import {
  Activity,
  Connection,
  CreateTaskRequest,
  DatabaseSchema,
  LogLevelFilter,
  LogLine,
  LogLinePage,
  LogMatches,
  Page,
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
  createPatternFinder,
  createTextFinder,
  isFinalStatus,
} from 'backstage-plugin-task-center-common';
import {
  ActivityRequest,
  FindInLogsRequest,
  FindInResultsRequest,
  ListTasksRequest,
  LogRequest,
  PageRequest,
  TaskCenterApi,
} from '../src/api';
import { createActivity } from './createActivity';
import { createAdvice } from './createAdvice';
import { FakeResults } from './FakeResults';
import { createStatement, statementText } from './createStatement';
import { createConnections, createTasks } from './fixtures';

const LATENCY_MS = 120;
const TICK_MS = 1_000;

/**
 * A Task Center in the browser's memory, for looking at the pages without a backend.
 */
export class FakeTaskCenter implements TaskCenterApi {
  private readonly connections = createConnections();
  private tasks = createTasks();
  private readonly results = new FakeResults();
  private readonly scripts = new Map<string, string>();

  constructor() {
    setInterval(() => this.tick(), TICK_MS);
  }

  async listConnections(): Promise<Connection[]> {
    return this.answer(this.connections);
  }

  async getSchema(): Promise<DatabaseSchema> {
    const columns = [
      { name: 'id', type: 'int' },
      { name: 'price', type: 'decimal(20,4)' },
    ];
    return this.answer({
      tables: [{ name: 'orders', columns }],
      truncated: false,
    });
  }

  async estimateRows(
    _connection: string,
    statements: string[],
  ): Promise<RowEstimate[]> {
    return this.answer(statements.map(() => ({ rows: 1_234_567 })));
  }

  async listTasks(request: ListTasksRequest): Promise<Page<Task>> {
    const { connection, status, createdBy, createdAfter, search } = request;
    const matching = this.tasks.filter(
      task =>
        (!connection || [connection].flat().includes(task.connection)) &&
        (!status?.length || status.includes(task.status)) &&
        (!createdBy || task.createdBy === createdBy) &&
        (!createdAfter || task.createdAt >= createdAfter) &&
        `${task.name} ${task.description ?? ''}`
          .toLowerCase()
          .includes((search ?? '').toLowerCase()),
    );
    const [field, direction] = (request.orderBy ?? 'createdAt:desc').split(
      ':',
    ) as ['createdAt' | 'name' | 'status' | 'connection', string];
    matching.sort(
      (a, b) =>
        a[field].localeCompare(b[field]) * (direction === 'asc' ? 1 : -1),
    );
    return this.answer(slice(matching, request));
  }

  async getActivity(request: ActivityRequest): Promise<Activity> {
    return this.answer(createActivity(this.tasks, request));
  }

  async createTask(request: CreateTaskRequest): Promise<Task> {
    const connection = this.connections.find(c => c.id === request.connection)!;
    const sql = request.sql ?? '';
    const task: Task = {
      ...this.tasks[0],
      ...request,
      id: crypto.randomUUID(),
      entityRef: connection.entityRef,
      status: 'running',
      createdAt: new Date().toISOString(),
      startedAt: new Date().toISOString(),
      scriptBytes: new Blob([sql]).size,
      totalStatements: sql.split(';').filter(part => part.trim()).length,
      succeededStatements: 0,
      failedStatements: 0,
      rolledBackStatements: 0,
      resultSets: 0,
      resultBytes: 0,
      truncatedResultSets: 0,
      affectedRows: 0,
      waiting: undefined,
      actions: ['abort', 'readResults'],
    };
    this.scripts.set(task.id, sql);
    this.tasks = [task, ...this.tasks];
    return this.answer(task);
  }

  async uploadScript(script: Blob) {
    return { scriptId: 'upload', bytes: script.size, sha256: '0'.repeat(64) };
  }

  async getTask(id: string): Promise<Task> {
    return this.answer(this.find(id));
  }

  async getScriptFile(id: string): Promise<Blob> {
    return new Blob([await this.getScript(id)]);
  }

  async getScript(id: string): Promise<string> {
    const task = this.find(id);
    const known = this.scripts.get(id);
    const lines = Array.from(
      { length: Math.min(task.totalStatements ?? 20, 400) },
      (_, i) => `${statementText(i + 1)};`,
    );
    return this.answer(known ?? `-- ${task.name}\n${lines.join('\n')}\n`);
  }

  async abortTask(id: string): Promise<Task> {
    return this.answer(
      this.update(id, {
        abortRequestedAt: new Date().toISOString(),
        abortProgress: 'requested',
      }),
    );
  }

  async deleteTask(id: string): Promise<void> {
    this.find(id);
    this.tasks = this.tasks.filter(task => task.id !== id);
    return this.answer(undefined);
  }

  async getResumeAdvice(id: string): Promise<ResumeAdvice> {
    return this.answer(createAdvice(this.find(id)));
  }

  async resumeTask(id: string, request: ResumeTaskRequest): Promise<Task> {
    const task = this.find(id);
    const created = this.copy(task, {
      name: request.name ?? task.name,
      resumes: { task: id, statement: request.fromStatement },
    });
    this.update(id, { resumedBy: [...(task.resumedBy ?? []), created.id] });
    return this.answer(created);
  }

  async runTaskAgain(id: string, request: RunAgainRequest = {}): Promise<Task> {
    const task = this.find(id);
    return this.answer(
      this.copy(task, { name: request.name ?? task.name, copyOf: id }),
    );
  }

  async listStatements(
    id: string,
    request: PageRequest & { state?: StatementState[] },
  ): Promise<Page<TaskStatement>> {
    const task = this.find(id);
    const all = Array.from({ length: task.totalStatements ?? 0 }, (_, i) =>
      createStatement(task, i + 1),
    );
    const matching = all.filter(
      statement =>
        !request.state?.length || request.state.includes(statement.state),
    );
    return this.answer(slice(matching, request));
  }

  async listResults(id: string): Promise<ResultSet[]> {
    return this.answer(this.results.list(this.find(id)));
  }

  async getRows(
    _id: string,
    resultSet: number,
    request: PageRequest & { view?: string },
  ): Promise<ResultRowPage> {
    return this.answer(this.results.rows(resultSet, request));
  }

  async createResultView(
    _id: string,
    resultSet: number,
    spec: ResultViewSpec,
  ): Promise<ResultView> {
    return this.answer(this.results.createView(resultSet, spec));
  }

  async getResultView(
    _id: string,
    resultSet: number,
    view: string,
  ): Promise<ResultView> {
    return this.answer(this.results.view(resultSet, view));
  }

  async leaveResultView(): Promise<void> {}

  async findInResults(
    _id: string,
    resultSet: number,
    request: FindInResultsRequest,
  ): Promise<ResultMatches> {
    return this.answer(this.results.find(resultSet, request));
  }

  async keepResults(id: string, until: string): Promise<Task> {
    return this.answer(this.update(id, { resultsExpireAt: until }));
  }

  async dropResults(id: string): Promise<Task> {
    return this.answer(
      this.update(id, {
        resultSets: 0,
        resultBytes: 0,
        resultsExpireAt: undefined,
        resultsRemoved: { at: new Date().toISOString(), reason: 'dropped' },
        actions: this.find(id).actions.filter(
          action => !/^(keep|drop)Results$/.test(action),
        ),
      }),
    );
  }

  async getResultUsage(): Promise<ResultUsage> {
    return this.answer({
      user: { storedBytes: 1_204_000_000, maxStoredBytes: 32_000_000_000 },
      overall: { storedBytes: 9_800_000_000, maxStoredBytes: 256_000_000_000 },
      retentionSeconds: 14 * 86_400,
      maxRetentionSeconds: 365 * 86_400,
    });
  }

  async getLogs(id: string, request: LogRequest): Promise<LogLinePage> {
    const lines = this.logLines(id).filter(line => isOfLevel(line, request));
    const after = request.after ?? -1;
    const matching = lines.filter(
      ({ index, message }) =>
        index > after && message.includes(request.search ?? ''),
    );
    return this.answer({
      ...slice(matching, request),
      firstPosition: lines.length - matching.length,
    });
  }

  async findInLogs(
    id: string,
    request: FindInLogsRequest,
  ): Promise<LogMatches> {
    const { text, regex, matchCase, from = 0, limit = 100 } = request;
    const finder = regex
      ? createPatternFinder(text, { matchCase })
      : createTextFinder(text, { matchCase });
    const lines = this.logLines(id);
    const to = Math.min(request.to ?? Infinity, lines.length);
    const found = lines
      .slice(from, to)
      .filter(line => isOfLevel(line, request) && finder.isIn(line.message))
      .map(({ index }) => index);
    return this.answer({
      items: found.slice(0, limit),
      blocks: found.length > 0 ? [{ from, to, count: found.length }] : [],
      cutLines: lines
        .slice(from, to)
        .filter(({ message }) => !finder.isIn(message) && finder.isCut(message))
        .length,
      nextLine: to,
      complete: true,
    });
  }

  async getTimeline(id: string): Promise<TaskTimeline> {
    const task = this.find(id);
    const statements = Array.from(
      { length: Math.min(task.totalStatements ?? 0, 120) },
      (_, i) => createStatement(task, i + 1),
    ).filter(({ durationMs }) => durationMs !== undefined);
    return this.answer({
      firstStatement: 1,
      lastStatement: task.totalStatements,
      durationMs: statements.reduce((sum, each) => sum + each.durationMs!, 0),
      buckets: statements.map(({ index, durationMs, state }) => ({
        ...{ from: index, to: index, slowest: index, ended: 0 },
        ...{ durationMs: durationMs!, slowestMs: durationMs! },
        failed: state === 'failed' ? 1 : 0,
        rolledBack: state === 'rolled-back' ? 1 : 0,
      })),
      slowest: statements
        .sort((a, b) => b.durationMs! - a.durationMs!)
        .slice(0, 5),
    });
  }

  private logLines(id: string): LogLine[] {
    const task = this.find(id);
    const start = Date.parse(task.startedAt ?? task.createdAt);
    return Array.from<unknown, LogLine>(
      { length: Math.min(task.totalStatements ?? 0, 500) },
      (_, i) => {
        const statement = createStatement(task, i + 1);
        return {
          index: i,
          time: new Date(start + i * 9).toISOString(),
          level: statement.error ? 'ERROR' : 'INFO',
          statement: i + 1,
          message: statement.error?.message ?? `${statement.text} · 0.3 ms`,
        };
      },
    );
  }

  async resultsDownloadUrl(id: string): Promise<string> {
    return `/api/task-center/tasks/${id}/results/download`;
  }

  async resultSetDownloadUrl(id: string, resultSet: number): Promise<string> {
    return `/api/task-center/tasks/${id}/results/${resultSet}/download`;
  }

  async logDownloadUrl(id: string, level: LogLevelFilter): Promise<string> {
    return `/api/task-center/tasks/${id}/logs/download?level=${level}`;
  }

  private copy(task: Task, values: Partial<Task>): Task {
    const now = new Date().toISOString();
    const copy: Task = {
      ...task,
      id: crypto.randomUUID(),
      status: 'running',
      createdAt: now,
      startedAt: now,
      finishedAt: undefined,
      abortRequestedAt: undefined,
      failure: undefined,
      succeededStatements: 0,
      failedStatements: 0,
      rolledBackStatements: 0,
      affectedRows: 0,
      resultSets: 0,
      resumes: undefined,
      resumedBy: undefined,
      copyOf: undefined,
      actions: ['abort', 'readResults', 'runAgain'],
      ...values,
    };
    this.tasks = [copy, ...this.tasks];
    return copy;
  }

  private find(id: string): Task {
    const task = this.tasks.find(candidate => candidate.id === id);
    if (!task) {
      throw new NotFoundError(`There is no task ${id}`);
    }
    return task;
  }

  private update(id: string, change: Partial<Task>): Task {
    const task = { ...this.find(id), ...change };
    this.tasks = this.tasks.map(other => (other.id === id ? task : other));
    return task;
  }

  private tick() {
    for (const task of this.tasks.filter(t => !isFinalStatus(t.status))) {
      const done = task.succeededStatements + task.failedStatements;
      const before = (task.resumes?.statement ?? 1) - 1;
      const total = (task.totalStatements ?? 0) - before;
      const isAborting =
        task.abortRequestedAt && !task.id.startsWith('aborting');
      if (isAborting || (task.status === 'running' && done >= total)) {
        this.update(task.id, {
          status: isAborting ? 'aborted' : 'completed',
          finishedAt: new Date().toISOString(),
          actions: isAborting
            ? ['delete', 'readResults', 'resume', 'runAgain']
            : ['delete', 'readResults', 'runAgain'],
          abortProgress: undefined,
        });
      } else if (task.status === 'running' && !task.abortRequestedAt) {
        const step = Math.min(total - done, 7);
        this.update(task.id, {
          succeededStatements: task.succeededStatements + step,
          affectedRows: task.affectedRows + step * 38,
        });
      }
    }
  }

  private answer<T>(value: T): Promise<T> {
    return new Promise(resolve => setTimeout(() => resolve(value), LATENCY_MS));
  }
}

function slice<T>(all: T[], { limit = 25, offset = 0 }: PageRequest): Page<T> {
  return { items: all.slice(offset, offset + limit), totalItems: all.length };
}

function isOfLevel(
  line: LogLine,
  { level = 'all' }: { level?: LogLevelFilter },
): boolean {
  return level === 'alert'
    ? line.level !== 'INFO'
    : level === 'all' || line.level.toLocaleLowerCase() === level;
}
