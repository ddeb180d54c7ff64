import { Connection } from 'backstage-plugin-task-center-common';
import {
  formatBytes,
  formatCount,
  formatSeconds,
  parseTypedNumber,
} from '../common';
import { TaskForm, TimeUnit, UNIT_SECONDS } from './TaskForm';

/**
 * What is wrong with each field, in a sentence.
 *
 * @internal
 */
export type TaskFormErrors = Partial<
  Record<
    | 'connection'
    | 'name'
    | 'script'
    | 'delimiter'
    | 'resultLimit'
    | 'executionTimeout'
    | 'statementTimeout'
    | 'description',
    string
  >
>;

/**
 * What is known about the script, wherever it stands.
 *
 * @internal
 */
export interface ScriptFacts {
  bytes: number;
  /** Undefined while the statements are being counted. */
  statements?: number;
  /** Why it cannot be split into statements. */
  problem?: string;
}

const MAX_NAME_LENGTH = 200;
const MAX_DESCRIPTION_LENGTH = 10_000;
const MAX_DELIMITER_LENGTH = 16;

/**
 * Says what keeps a form from becoming a task. An empty object means that nothing does, as far as one can see here.
 *
 * @internal
 */
export function validateTaskForm(
  form: TaskForm,
  connection: Connection | undefined,
  script: ScriptFacts,
): TaskFormErrors {
  const errors: TaskFormErrors = {
    connection: checkConnection(form, connection),
    name: checkName(form.name),
    script: checkScript(script, connection),
    delimiter: checkDelimiter(form.delimiter),
    resultLimit: checkResultLimit(form.resultLimit, connection),
    executionTimeout: checkTimeout(
      form.executionTimeout,
      form.executionTimeoutUnit,
      connection?.limits.executionTimeoutSeconds.max,
    ),
    statementTimeout: checkTimeout(
      form.statementTimeout,
      form.statementTimeoutUnit,
      connection?.limits.executionTimeoutSeconds.max,
    ),
    description:
      form.description.length > MAX_DESCRIPTION_LENGTH
        ? `A description has at most ${formatCount(
            MAX_DESCRIPTION_LENGTH,
          )} characters.`
        : undefined,
  };
  return Object.fromEntries(
    Object.entries(errors).filter(([, sentence]) => sentence),
  );
}

function checkConnection(form: TaskForm, connection: Connection | undefined) {
  if (!form.connection) {
    return 'Choose the connection that the script runs on.';
  }
  return connection?.canCreateTask
    ? undefined
    : 'You cannot create tasks on this connection. Choose another one.';
}

function checkName(name: string) {
  const { length } = name.trim();
  if (!length) {
    return 'Give the task a name.';
  }
  return length > MAX_NAME_LENGTH
    ? `A name has at most ${MAX_NAME_LENGTH} characters; this one has ${length}.`
    : undefined;
}

function checkScript(script: ScriptFacts, connection: Connection | undefined) {
  const max = connection?.limits.scriptBytes.max;
  if (script.bytes === 0) {
    return 'Write a script, or drop a .sql file here.';
  }
  if (max !== undefined && script.bytes > max) {
    return `The script has ${formatBytes(
      script.bytes,
    )}; this connection takes at most ${formatBytes(max)}.`;
  }
  if (script.problem) {
    return script.problem;
  }
  return script.statements === 0
    ? 'The script has no statement: there are only blanks and comments.'
    : undefined;
}

/**
 * Says what is wrong with a delimiter.
 *
 * @internal
 */
export function checkDelimiter(delimiter: string): string | undefined {
  if (!delimiter) {
    return 'Say what ends a statement, such as ; or //.';
  }
  if (/[\s\\]/.test(delimiter)) {
    return 'A delimiter has no blanks and no backslash.';
  }
  return delimiter.length > MAX_DELIMITER_LENGTH
    ? `A delimiter has at most ${MAX_DELIMITER_LENGTH} characters.`
    : undefined;
}

function checkResultLimit(text: string, connection: Connection | undefined) {
  if (!text.trim()) {
    return undefined;
  }
  const value = parseTypedNumber(text);
  const max = connection?.limits.resultRows.max;
  if (value === undefined || !Number.isInteger(value) || value < 1) {
    return 'Write a whole number of rows, 1 or more.';
  }
  return max !== undefined && value > max
    ? `This connection keeps at most ${formatCount(max)} rows of a result.`
    : undefined;
}

function checkTimeout(text: string, unit: TimeUnit, max: number | undefined) {
  if (!text.trim()) {
    return undefined;
  }
  const value = parseTypedNumber(text);
  const seconds = value === undefined ? 0 : value * UNIT_SECONDS[unit];
  if (seconds < 1 || !Number.isInteger(seconds)) {
    return `Write a number of ${unit} that makes whole seconds, 1 or more.`;
  }
  return max !== undefined && seconds > max
    ? `This connection allows at most ${formatSeconds(max)}.`
    : undefined;
}
