import {
  ResultRowPage,
  ResultSet,
  Task,
} from 'backstage-plugin-task-center-common';
import { TaskCenterApi } from '../../../api';

/**
 * How many rows are loaded at once.
 *
 * @internal
 */
export const PAGE_ROWS = 200;

type Taken<T> = Promise<T | undefined> | undefined;

type Api = Pick<TaskCenterApi, 'getTask' | 'listResults' | 'getRows'>;

const STALE_MS = 5_000;

/** What was begun last with an API. */
const begun = new WeakMap<
  Api,
  { key: string; at: number; ahead: ResultsAhead }
>();

/**
 * Asks for all that the SQL window begins with at once, while its code is loaded, instead of one thing after the other.
 * Each answer is given away once; what could not be loaded is undefined, and is for the window to ask for again.
 *
 * @internal
 */
export class ResultsAhead {
  readonly #answers: Map<string, Promise<unknown>>;

  /**
   * Begins, unless it has just begun: a component that waits for its texts is made anew when they come.
   *
   * @param resultSet - from 1
   */
  static begin(api: Api, taskId: string, resultSet: number): ResultsAhead {
    const key = `${taskId} ${resultSet}`;
    const last = begun.get(api);
    if (last?.key === key && Date.now() - last.at < STALE_MS) {
      return last.ahead;
    }
    const ahead = ResultsAhead.ask(api, taskId, resultSet);
    begun.set(api, { key, at: Date.now(), ahead });
    return ahead;
  }

  private static ask(
    api: Api,
    taskId: string,
    resultSet: number,
  ): ResultsAhead {
    const page = { offset: 0, limit: PAGE_ROWS };
    return new ResultsAhead(
      new Map<string, Promise<unknown>>([
        [`task ${taskId}`, api.getTask(taskId)],
        [`results ${taskId}`, api.listResults(taskId)],
        [`rows ${taskId} ${resultSet}`, api.getRows(taskId, resultSet, page)],
      ]),
    );
  }

  private constructor(answers: Map<string, Promise<unknown>>) {
    this.#answers = answers;
    answers.forEach((answer, key) =>
      answers.set(
        key,
        answer.catch(() => undefined),
      ),
    );
  }

  takeTask(taskId: string): Taken<Task> {
    return this.#take(`task ${taskId}`);
  }

  takeResults(taskId: string): Taken<ResultSet[]> {
    return this.#take(`results ${taskId}`);
  }

  /** The first rows of a result set. */
  takeRows(taskId: string, resultSet: number): Taken<ResultRowPage> {
    return this.#take(`rows ${taskId} ${resultSet}`);
  }

  #take<T>(key: string): Taken<T> {
    const answer = this.#answers.get(key);
    this.#answers.delete(key);
    return answer as Taken<T>;
  }
}
