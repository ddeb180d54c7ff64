import { ErrorHandling } from 'backstage-plugin-task-center-common';

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
  delimiter: string;
  resultLimit: string;
  errorHandling: ErrorHandling;
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
  delimiter: ';',
  resultLimit: '',
  errorHandling: 'abort',
  executionTimeout: '',
  executionTimeoutUnit: 'hours',
  statementTimeout: '',
  statementTimeoutUnit: 'minutes',
  description: '',
};

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
 * A number as a person types it, with or without thousands marks, or `undefined` when it is none.
 *
 * @internal
 */
export function parseTypedNumber(text: string): number | undefined {
  const plain = text.trim().replace(/(\d)[,_ ](?=\d{3}\b)/g, '$1');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

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
