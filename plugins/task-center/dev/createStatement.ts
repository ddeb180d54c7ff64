import {
  StatementState,
  StatementWarning,
  Task,
  TaskStatement,
  isFinalStatus,
} from 'backstage-plugin-task-center-common';
import { UNKNOWN_STATEMENTS } from './createAdvice';

const WARNINGS: StatementWarning[] = [
  { code: '1265', message: "Data truncated for column 'note' at row 3" },
  { code: '1366', message: "Incorrect integer value: '' for column 'stock'" },
];

export function statementText(index: number): string {
  return index % 12 === 0
    ? 'SELECT id, name, price, note FROM orders WHERE shop_id = 3 ORDER BY id'
    : `UPDATE orders SET price = price * 1.1, changed_at = now() WHERE id BETWEEN ${index}000 AND ${index}999`;
}

export function createStatement(task: Task, index: number): TaskStatement {
  const state = stateOf(task, index);
  const hasRun = ['succeeded', 'failed', 'rolled-back'].includes(state);
  const warnings = hasRun && index % 9 === 4 ? [1, 2, 7][index % 3] : undefined;
  return {
    index,
    line: index + 1,
    text: statementText(index),
    state,
    durationMs: hasRun ? (index * 7919) % 900 : undefined,
    affectedRows: state === 'succeeded' && index % 12 ? 38 : undefined,
    rowCount: state === 'succeeded' && index % 12 === 0 ? 2_000 : undefined,
    warnings,
    warningTexts: warnings ? WARNINGS.slice(0, warnings) : undefined,
    error:
      state === 'failed'
        ? {
            code: '1062',
            sqlState: '23000',
            message: `Duplicate entry '${index}' for key 'PRIMARY'`,
          }
        : undefined,
  };
}

function stateOf(task: Task, index: number): StatementState {
  const before = (task.resumes?.statement ?? 1) - 1;
  const done =
    before +
    task.succeededStatements +
    task.failedStatements +
    task.rolledBackStatements;
  if (index <= before) {
    return 'skipped';
  }
  if (task.failure?.code === 'statement-failed') {
    const failed = task.failure.statement;
    return index === failed ? 'failed' : stateBeside(task, index < failed!);
  }
  if (task.failure?.code === 'worker-lost' && index > done) {
    return index <= UNKNOWN_STATEMENTS.to ? 'unknown' : 'skipped';
  }
  if (task.errorHandling === 'continue' && task.failedStatements > 0) {
    const every = Math.floor(done / task.failedStatements) || 1;
    if (index <= done && index % every === 0) {
      return 'failed';
    }
  }
  if (index <= done || isFinalStatus(task.status)) {
    return stateBeside(task, index <= done);
  }
  return index === done + 1 && task.status === 'running'
    ? 'running'
    : 'pending';
}

function stateBeside(task: Task, hasRun: boolean): StatementState {
  if (!hasRun) {
    return 'skipped';
  }
  return task.rolledBackStatements > 0 ? 'rolled-back' : 'succeeded';
}
