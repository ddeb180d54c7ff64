import { Connection } from 'backstage-plugin-task-center-common';
import { Texts } from '../../translations';
import { formatBytes, formatSeconds, parseTypedNumber } from '../common';
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
  t: Texts,
): TaskFormErrors {
  const errors: TaskFormErrors = {
    connection: checkConnection(form, connection, t),
    name: checkName(form.name, t),
    script: checkScript(script, connection, t),
    delimiter: checkDelimiter(form.delimiter, t),
    resultLimit: checkResultLimit(form.resultLimit, connection, t),
    executionTimeout: checkTimeout(
      { text: form.executionTimeout, unit: form.executionTimeoutUnit },
      connection,
      t,
    ),
    statementTimeout: checkTimeout(
      { text: form.statementTimeout, unit: form.statementTimeoutUnit },
      connection,
      t,
    ),
    description:
      form.description.length > MAX_DESCRIPTION_LENGTH
        ? t('taskProblems.description.tooLong', {
            max: MAX_DESCRIPTION_LENGTH,
          })
        : undefined,
  };
  return Object.fromEntries(
    Object.entries(errors).filter(([, sentence]) => sentence),
  );
}

function checkConnection(
  form: TaskForm,
  connection: Connection | undefined,
  t: Texts,
) {
  if (!form.connection) {
    return t('taskProblems.connection.missing');
  }
  return connection?.canCreateTask
    ? undefined
    : t('taskProblems.connection.notAllowed');
}

function checkName(name: string, t: Texts) {
  const { length } = name.trim();
  if (!length) {
    return t('taskProblems.name.missing');
  }
  return length > MAX_NAME_LENGTH
    ? t('taskProblems.name.tooLong', { max: MAX_NAME_LENGTH, length })
    : undefined;
}

function checkScript(
  script: ScriptFacts,
  connection: Connection | undefined,
  t: Texts,
) {
  const max = connection?.limits.scriptBytes.max;
  if (script.bytes === 0) {
    return t('taskProblems.script.missing');
  }
  if (max !== undefined && script.bytes > max) {
    return t('taskProblems.script.tooLarge', {
      size: formatBytes(script.bytes, t),
      max: formatBytes(max, t),
    });
  }
  if (script.problem) {
    return script.problem;
  }
  return script.statements === 0 ? t('taskProblems.script.empty') : undefined;
}

/**
 * Finds what is wrong with a delimiter. Undefined when nothing is.
 *
 * @internal
 */
export function findDelimiterProblem(
  delimiter: string,
): 'missing' | 'blank' | 'tooLong' | undefined {
  if (!delimiter) {
    return 'missing';
  }
  if (/[\s\\]/.test(delimiter)) {
    return 'blank';
  }
  return delimiter.length > MAX_DELIMITER_LENGTH ? 'tooLong' : undefined;
}

function checkDelimiter(delimiter: string, t: Texts) {
  const problem = findDelimiterProblem(delimiter);
  return (
    problem &&
    t(`taskProblems.delimiter.${problem}`, { max: MAX_DELIMITER_LENGTH })
  );
}

function checkResultLimit(
  text: string,
  connection: Connection | undefined,
  t: Texts,
) {
  if (!text.trim()) {
    return undefined;
  }
  const value = parseTypedNumber(text);
  const max = connection?.limits.resultRows.max;
  if (value === undefined || !Number.isInteger(value) || value < 1) {
    return t('taskProblems.resultLimit.noNumber');
  }
  return max !== undefined && value > max
    ? t('taskProblems.resultLimit.tooLarge', { max })
    : undefined;
}

function checkTimeout(
  { text, unit }: { text: string; unit: TimeUnit },
  connection: Connection | undefined,
  t: Texts,
) {
  if (!text.trim()) {
    return undefined;
  }
  const max = connection?.limits.executionTimeoutSeconds.max;
  const value = parseTypedNumber(text);
  const seconds = value === undefined ? 0 : value * UNIT_SECONDS[unit];
  if (seconds < 1 || !Number.isInteger(seconds)) {
    return t(`taskProblems.timeout.noNumber.${unit}`);
  }
  return max !== undefined && seconds > max
    ? t('taskProblems.timeout.tooLong', { max: formatSeconds(max, t) })
    : undefined;
}
