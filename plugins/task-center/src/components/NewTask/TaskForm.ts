import {
  ErrorHandling,
  TransactionMode,
} from 'backstage-plugin-task-center-common';

/** @internal */
export type TimeUnit = 'seconds' | 'minutes' | 'hours';

/**
 * The form for a new task as the person has filled it in. An empty limit or timeout stands for the connection's default.
 *
 * @internal
 */
export interface TaskForm {
  /** The id of a connection, or empty. */
  connection: string;
  name: string;
  /** Whether the person has written the name; until then it follows the script. */
  nameEdited: boolean;
  /** With `\n` as line break, as the editor has it. */
  sql: string;
  /** How the script's lines end when it is sent. */
  lineBreak: '\n' | '\r\n';
  /** Whether it begins with one, which the editor does not show. */
  byteOrderMark: boolean;
  delimiter: string;
  resultLimit: string;
  /** What the person chose; see {@link errorHandlingOf} for what holds. */
  errorHandling: ErrorHandling;
  transactionMode: TransactionMode;
  executionTimeout: string;
  executionTimeoutUnit: TimeUnit;
  statementTimeout: string;
  statementTimeoutUnit: TimeUnit;
  description: string;
}

/** @internal */
export const EMPTY_TASK_FORM: TaskForm = {
  connection: '',
  name: '',
  nameEdited: false,
  sql: '',
  lineBreak: '\n',
  byteOrderMark: false,
  delimiter: ';',
  resultLimit: '',
  errorHandling: 'abort',
  transactionMode: 'statement',
  executionTimeout: '',
  executionTimeoutUnit: 'hours',
  statementTimeout: '',
  statementTimeoutUnit: 'minutes',
  description: '',
};

/**
 * What happens after a failed statement. With all or nothing there is nothing to go on with.
 *
 * @internal
 */
export function errorHandlingOf(form: TaskForm): ErrorHandling {
  return form.transactionMode === 'script' ? 'abort' : form.errorHandling;
}

/**
 * Seconds in one of each unit.
 *
 * @internal
 */
export const UNIT_SECONDS: Record<TimeUnit, number> = {
  seconds: 1,
  minutes: 60,
  hours: 3600,
};

/**
 * A time in the largest unit that says it without a fraction.
 *
 * @internal
 */
export function splitSeconds(
  seconds: number,
  units: readonly TimeUnit[],
): { value: string; unit: TimeUnit } {
  const unit =
    [...units]
      .sort((a, b) => UNIT_SECONDS[b] - UNIT_SECONDS[a])
      .find(u => seconds % UNIT_SECONDS[u] === 0) ?? units[0];
  return { value: String(seconds / UNIT_SECONDS[unit]), unit };
}
