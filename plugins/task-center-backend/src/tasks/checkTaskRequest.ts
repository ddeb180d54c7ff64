import { InputError } from '@backstage/errors';
import {
  createStatementSplitter,
  CreateTaskRequest,
  ErrorHandling,
  SettingLimits,
  TransactionMode,
} from 'backstage-plugin-task-center-common';
import { RegisteredConnection } from '../connections';
import { NewTask } from './TaskStore';

const NAME_CHARS = 200;
const DESCRIPTION_CHARS = 2_000;
const DELIMITER_CHARS = 64;
// eslint-disable-next-line no-control-regex
const CONTROL_CHARACTERS = /[\0-\x08\x0b\x0c\x0e-\x1f]/;
/** A text that turns round in the middle could be read as another. */
const DIRECTION_CHARACTERS = /[\u202a-\u202e\u2066-\u2069]/;

/**
 * The settings of a task with the defaults filled in.
 *
 * @internal
 */
export type TaskSettings = Pick<
  NewTask,
  | 'name'
  | 'description'
  | 'delimiter'
  | 'result_limit'
  | 'error_handling'
  | 'transaction_mode'
  | 'execution_timeout_seconds'
  | 'statement_timeout_seconds'
>;

/**
 * Checks what a task is to be created with, apart from its script.
 *
 * @throws InputError with a sentence that says what to change
 * @internal
 */
export function checkTaskRequest(
  request: Omit<CreateTaskRequest, 'connection' | 'sql' | 'scriptId'>,
  connection: RegisteredConnection,
): TaskSettings {
  const { limits } = connection;
  const errorHandling = checkErrorHandling(request.errorHandling);
  const execution = checkRange(
    'executionTimeoutSeconds',
    request.executionTimeoutSeconds,
    limits.executionTimeoutSeconds,
  );
  return {
    name: checkTaskName(request.name),
    description: checkDescription(request.description),
    delimiter: checkDelimiter(request.delimiter, connection),
    result_limit: checkRange(
      'resultLimit',
      request.resultLimit,
      limits.resultRows,
    ),
    error_handling: errorHandling,
    transaction_mode: checkTransactionMode(
      request.transactionMode,
      errorHandling,
    ),
    execution_timeout_seconds: execution,
    statement_timeout_seconds:
      request.statementTimeoutSeconds === undefined
        ? null
        : checkRange(
            'statementTimeoutSeconds',
            request.statementTimeoutSeconds,
            {
              default: execution,
              max: execution,
            },
          ),
  };
}

/**
 * The name of a task without white space around it.
 *
 * @throws InputError when it makes no sense
 * @internal
 */
export function checkTaskName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') {
    throw new InputError('The task needs a name.');
  }
  if (trimmed.length > NAME_CHARS) {
    throw new InputError(
      `The task's name is longer than ${NAME_CHARS} characters. Put the rest into the description.`,
    );
  }
  refuseControlCharacters("The task's name", trimmed);
  return trimmed;
}

function checkDescription(description: string | undefined): string | null {
  const trimmed = description?.trim() ?? '';
  if (trimmed.length > DESCRIPTION_CHARS) {
    throw new InputError(
      `The description is longer than ${DESCRIPTION_CHARS} characters.`,
    );
  }
  refuseControlCharacters('The description', trimmed);
  return trimmed || null;
}

function refuseControlCharacters(what: string, text: string): void {
  if (CONTROL_CHARACTERS.test(text)) {
    throw new InputError(`${what} must not hold control characters.`);
  }
  if (DIRECTION_CHARACTERS.test(text)) {
    throw new InputError(
      `${what} must not hold characters that turn the direction of the text.`,
    );
  }
}

function checkDelimiter(
  delimiter: string = ';',
  connection: RegisteredConnection,
): string {
  if (delimiter.length > DELIMITER_CHARS) {
    throw new InputError(
      `The delimiter is longer than ${DELIMITER_CHARS} characters.`,
    );
  }
  try {
    const { dialect } = connection.databaseEngine;
    createStatementSplitter({ dialect, delimiter });
    return delimiter;
  } catch (error: any) {
    throw new InputError(error.message);
  }
}

function checkErrorHandling(value: string = 'abort'): ErrorHandling {
  if (value !== 'abort' && value !== 'continue') {
    throw new InputError(
      "errorHandling must be 'abort' (stop at the first failed statement) or 'continue'.",
    );
  }
  return value;
}

function checkTransactionMode(
  value: string = 'statement',
  errorHandling: ErrorHandling,
): TransactionMode {
  if (value !== 'statement' && value !== 'script') {
    throw new InputError(
      "transactionMode must be 'statement' (each statement commits by itself) or 'script' (all take effect together or none does).",
    );
  }
  if (value === 'script' && errorHandling === 'continue') {
    throw new InputError(
      "transactionMode 'script' cannot go with errorHandling 'continue': when one statement fails, all are to be undone, so there is nothing to go on with. Choose errorHandling 'abort'.",
    );
  }
  return value;
}

function checkRange(
  name: string,
  value: number | undefined,
  limits: SettingLimits,
): number {
  if (value === undefined) {
    return limits.default;
  }
  if (!Number.isSafeInteger(value) || value < 1 || value > limits.max) {
    throw new InputError(
      `${name} must be a whole number from 1 to ${limits.max} for this connection.`,
    );
  }
  return value;
}
