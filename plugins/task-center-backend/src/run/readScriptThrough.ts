import { createHash, Hash } from 'node:crypto';
import {
  describeStatementTraits,
  SplitStatement,
  transactionEdge,
} from 'backstage-plugin-task-center-common';
import { readStatements } from '../scripts';
import { firstWords, plural } from './describeStatement';
import { STORAGE_PATIENCE_MS, StorageError } from './record';
import { RunContext } from './RunContext';
import { RunFailure } from './RunFailure';
import { SessionMemory } from './SessionMemory';
import { checkStop, untilStopped } from './StoppedError';

const MOST_REFUSALS = 10;

/**
 * What reading a script through has told.
 *
 * @internal
 */
export interface ScriptReading {
  /** How many statements it has. */
  total: number;
  /** What the statements before the task's first one left in the session that they ran in. */
  memory: SessionMemory;
}

/**
 * Reads the script of a task through before anything of it is sent: writes down its statements, makes sure that it is
 * still the script that was handed over, and that it can run in the way that was asked for.
 *
 * @throws RunFailure when it cannot
 * @throws ScriptError when it asks for what no server can do
 * @internal
 */
export async function readScriptThrough(
  context: RunContext,
): Promise<ScriptReading> {
  const { task, record, connection, control } = context;
  const { dialect } = connection.databaseEngine;
  const memory = SessionMemory.create(dialect);
  const refused: string[] = [];
  const hash = createHash('sha256');
  let index = 0;
  let refusals = 0;
  let inTransaction = false;

  const look = (statement: SplitStatement) => {
    index += 1;
    record.addStatement(statement);
    const isBefore = index < task.first_statement;
    if (!isBefore && task.transaction_mode === 'statement') {
      return;
    }
    const traits = describeStatementTraits(dialect, statement.text);
    if (isBefore) {
      const edge = transactionEdge(traits);
      inTransaction = edge ? edge === 'begin' : inTransaction;
      memory.note(index, statement, traits, inTransaction);
    } else if (traits.endsTransaction) {
      refusals += 1;
      if (refused.length < MOST_REFUSALS) {
        refused.push(
          `statement ${index} (line ${statement.line}, ${traits.endsTransaction})`,
        );
      }
    }
  };

  for await (const group of readTaskStatements(context, hash)) {
    group.forEach(look);
    await untilStopped(record.makeRoom(), control);
    checkStop(control);
  }
  checkReading(context, index, hash.digest('hex'));
  record.addLog('INFO', `The script has ${plural(index, 'statement')}`);
  record.change({ total_statements: index });
  if (refusals > 0) {
    throw refuseTransaction(refused, refusals);
  }
  return { total: index, memory };
}

/**
 * The statements of a task's script, in groups as they are read.
 *
 * @param hash - is updated with the script's bytes
 * @internal
 */
export function readTaskStatements(
  context: RunContext,
  hash?: Hash,
): AsyncGenerator<SplitStatement[]> {
  const { task, connection } = context;
  return readStatements(readBytes(context, hash), {
    dialect: connection.databaseEngine.dialect,
    delimiter: task.delimiter,
  });
}

async function* readBytes(
  { task, scripts }: RunContext,
  hash?: Hash,
): AsyncGenerator<Uint8Array> {
  const source = scripts.read(task.script_id, Number(task.script_bytes), {
    patienceMs: STORAGE_PATIENCE_MS,
  });
  try {
    for await (const bytes of source) {
      hash?.update(bytes);
      yield bytes;
    }
  } catch (error) {
    throw new StorageError(error);
  }
}

function checkReading(
  { task }: RunContext,
  total: number,
  sha256: string,
): void {
  if (sha256 !== task.script_sha256) {
    throw new RunFailure(
      'script-invalid',
      'The stored script is not the one that was handed over: its SHA-256 is another one. Nothing was run.',
    );
  }
  if (total === 0) {
    throw new RunFailure('script-invalid', 'The script has no statement');
  }
  if (total < task.first_statement) {
    throw new RunFailure(
      'script-invalid',
      `The task begins at statement ${task.first_statement}, but its script has only ${total}`,
    );
  }
}

function refuseTransaction(named: string[], count: number): RunFailure {
  const more = count - named.length;
  const list = more > 0 ? [...named, `${more} more`] : named;
  return new RunFailure(
    'implicit-commit',
    `The script cannot be all or nothing, so nothing of it was run: the transaction would end before the script does, or the database refuses to run it within one, at ${firstWords(
      list.join(', '),
      2_000,
    )}. Take ${
      count === 1 ? 'it' : 'them'
    } out, or let each statement commit by itself.`,
  );
}
