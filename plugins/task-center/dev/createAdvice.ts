import { ResumeAdvice, Task } from 'backstage-plugin-task-center-common';

/** What became of these statements of a task whose worker was lost is not known. */
export const UNKNOWN_STATEMENTS = { from: 1_205, to: 1_212 };

export function createAdvice(task: Task): ResumeAdvice {
  const traces = {
    scriptSha256: task.scriptSha256,
    repeated: [
      { index: 1, line: 1, text: 'USE shop' },
      { index: 2, line: 2, text: 'SET foreign_key_checks = 0' },
    ],
    lost: [
      { index: 5, line: 9, text: 'SET @last_order = LAST_INSERT_ID()' },
      {
        index: 6,
        line: 11,
        text: 'CREATE TEMPORARY TABLE changed_orders (id BIGINT PRIMARY KEY, price DECIMAL(20, 4), note VARCHAR(80))',
      },
    ],
  };
  if (task.failure?.code === 'worker-lost') {
    return {
      ...traces,
      unknown: UNKNOWN_STATEMENTS,
      neverSentFrom: UNKNOWN_STATEMENTS.to + 1,
      reason:
        'The worker died after it had sent statements 1,205 to 1,212 and before it heard what became of them.',
    };
  }
  if (task.transactionMode === 'script') {
    return {
      scriptSha256: task.scriptSha256,
      repeated: [],
      lost: [],
      fromStatement: 1,
      neverSentFrom: (task.failure?.statement ?? 0) + 1,
      reason:
        'Everything was rolled back, so that the script can only be run from its beginning.',
    };
  }
  const next = task.succeededStatements + task.failedStatements;
  return {
    ...traces,
    fromStatement: task.failure?.statement ?? next + 1,
    neverSentFrom: next + 1,
    reason: `Statement ${
      task.failure?.statement ?? next
    } is the first that did not take effect. All statements before it are recorded as succeeded.`,
  };
}
