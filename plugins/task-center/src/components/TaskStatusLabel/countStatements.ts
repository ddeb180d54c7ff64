import { Task } from 'backstage-plugin-task-center-common';

/**
 * How many statements there are.
 *
 * @internal
 */
export interface StatementCounts {
  /** Those that a task runs; undefined until its script has been read through. */
  all: number | undefined;
  /** Those of them that are over, whatever came of them, as far as it is known. */
  done: number;
  /** Those before the statement at which a resumed task begins. */
  before: number;
}

/**
 * Counts the statements of a task. A resumed task does not run those before the statement that it begins with.
 *
 * @internal
 */
export function countStatements(task: Task): StatementCounts {
  const { totalStatements, resumes } = task;
  const before = resumes ? resumes.statement - 1 : 0;
  return {
    before,
    all:
      totalStatements === undefined
        ? undefined
        : Math.max(0, totalStatements - before),
    done:
      task.succeededStatements +
      task.failedStatements +
      task.rolledBackStatements,
  };
}
