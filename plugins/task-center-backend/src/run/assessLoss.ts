import {
  describeStatementTraits,
  SqlDialect,
} from 'backstage-plugin-task-center-common';
import { TaskRow } from '../database';
import { SegmentStore } from '../streams';
import { plural } from './describeStatement';
import { mayCommit } from './mayCommit';
import {
  OpenTransaction,
  readOutcomes,
  readStatementTexts,
  readUndone,
  StoredUndone,
} from './record';

/**
 * What the record tells about a task whose worker was lost.
 *
 * @internal
 */
export interface LossAssessment {
  message: string;
  /** The transaction that was open and did not come to its commit, or may not have. */
  undone?: StoredUndone;
}

/**
 * Says what is known and what is unknown about the statements of a task whose worker was lost.
 *
 * @param dialect - absent when the connection is not configured any more
 * @internal
 */
export async function assessLoss(
  segments: SegmentStore,
  task: TaskRow,
  dialect: SqlDialect | undefined,
): Promise<LossAssessment> {
  const lost = 'The worker that ran the task was lost.';
  const outcomes = readOutcomes(segments, task.id);
  const items = await outcomes.count();
  const known = task.first_statement - 1 + items;
  const total = task.total_statements ?? task.dispatched_through;
  const through = Math.min(task.dispatched_through, total);
  if (through < task.first_statement) {
    return { message: `${lost} No statement had been sent.` };
  }
  const done = `${lost} What became of ${items} of ${plural(
    total - task.first_statement + 1,
    'statement',
  )} is known.`;
  const nothingMore =
    through < total ? ` Nothing after statement ${through} was sent.` : '';
  const open = await findOpenTransaction(segments, task, items);
  if (!open) {
    return {
      message: `${done}${describeUnknown(known, through)}${nothingMore}`,
    };
  }
  const { doubted, ...transaction } = open;
  const mayBeCommitted =
    doubted ||
    (task.transaction_mode === 'script' && task.dispatched_through > total) ||
    (await mayBeCommittedBy(segments, task, known, through, dialect));
  const range = describeRange(open.from, through);
  return {
    message: mayBeCommitted
      ? `${done} Whether the transaction of ${range} was committed is unknown.${nothingMore}`
      : `${done} The transaction of ${range} was not committed: the database undoes it, so nothing of it took effect.${nothingMore}`,
    undone: {
      ...transaction,
      to: through,
      state: mayBeCommitted ? 'unknown' : 'rolled-back',
    },
  };
}

async function findOpenTransaction(
  segments: SegmentStore,
  task: TaskRow,
  items: number,
): Promise<OpenTransaction | undefined> {
  if (items === 0) {
    return task.transaction_mode === 'script'
      ? { from: task.first_statement, succeeded: 0, affected: 0 }
      : undefined;
  }
  const [last] = await readOutcomes(segments, task.id).page(items - 1, 1);
  const open = last?.item.tx;
  const told = await lastUndone(segments, task);
  return open && told && told.to >= open.from ? undefined : open;
}

/** What the worker had still written down as undone. */
async function lastUndone(
  segments: SegmentStore,
  task: TaskRow,
): Promise<StoredUndone | undefined> {
  const undone = readUndone(segments, task.id);
  const count = await undone.count();
  const [last] = count ? await undone.page(count - 1, 1) : [];
  return last?.item;
}

/** Whether one of the statements that may have been sent and have no outcome commits. */
async function mayBeCommittedBy(
  segments: SegmentStore,
  task: TaskRow,
  known: number,
  through: number,
  dialect: SqlDialect | undefined,
): Promise<boolean> {
  if (!dialect) {
    return true;
  }
  const sent = await readStatementTexts(segments, task.id).page(
    known,
    through - known,
  );
  return sent.some(({ item }) =>
    mayCommit(dialect, describeStatementTraits(dialect, item.text)),
  );
}

function describeUnknown(known: number, through: number): string {
  return through === known
    ? ''
    : ` Whether ${describeRange(known + 1, through)} took effect is unknown.`;
}

function describeRange(first: number, last: number): string {
  return first === last
    ? `statement ${first}`
    : `statements ${first} to ${last}`;
}
