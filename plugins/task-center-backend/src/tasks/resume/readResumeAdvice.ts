import {
  describeStatementTraits,
  ResumeAdvice,
  SqlDialect,
  StatementMention,
} from 'backstage-plugin-task-center-common';
import { TaskRow } from '../../database';
import { STATEMENT_TEXT_CHARS } from '../../run';
import { readStatements, ScriptStore } from '../../scripts';
import { SegmentStore } from '../../streams';
import { findResumePoint, RecordSummary, ResumePoint } from './findResumePoint';
import { summarizeRecord } from './summarizeRecord';

const MOST_MENTIONS = 100;

/**
 * Where a task that has ended can be resumed, as far as its record tells.
 *
 * @param options - `dialect` is that of the task's connection; `resumedBy` the task that went on from this one, if one
 * did
 * @internal
 */
export async function readResumeAdvice(
  task: TaskRow,
  options: {
    segments: SegmentStore;
    scripts: ScriptStore;
    dialect: SqlDialect;
    resumedBy: TaskRow | undefined;
  },
): Promise<ResumeAdvice> {
  const { resumedBy } = options;
  const record = await summarizeRecord(options.segments, task);
  const point = findResumePoint(task, record);
  const advice = resumedBy
    ? {
        neverSentFrom: point.neverSentFrom,
        reason: `Task ${resumedBy.id} went on from here with statement ${resumedBy.first_statement}. That is the one to resume.`,
      }
    : point;
  const { at, ...mentions } = await mention(
    task,
    advice.fromStatement ?? advice.neverSentFrom,
    options,
  );
  const isDoubtful =
    at !== undefined &&
    isTriedAgain(task, advice, record) &&
    describeStatementTraits(options.dialect, at).runsOthers;
  return {
    ...(isDoubtful ? doubt(advice) : advice),
    scriptSha256: task.script_sha256,
    ...mentions,
  };
}

/** Nobody but the person can say where to begin. */
function doubt({ fromStatement, ...advice }: ResumePoint): ResumePoint {
  return {
    ...advice,
    unknown: { from: fromStatement!, to: fromStatement! },
    reason: `${advice.reason} What it calls may have taken effect in part, so look before you resume.`,
  };
}

/** Whether the statement to begin with was sent before and ended outside of a transaction. */
function isTriedAgain(
  task: TaskRow,
  { fromStatement }: ResumePoint,
  { known, last }: RecordSummary,
): boolean {
  return (
    fromStatement === known &&
    last !== undefined &&
    last.state !== 'succeeded' &&
    !last.tx &&
    task.transaction_mode === 'statement'
  );
}

/** What the statements before one left in the session, and the text of that one. */
async function mention(
  task: TaskRow,
  before: number,
  { scripts, dialect }: { scripts: ScriptStore; dialect: SqlDialect },
): Promise<Pick<ResumeAdvice, 'repeated' | 'lost'> & { at?: string }> {
  const repeated: StatementMention[] = [];
  const lost: StatementMention[] = [];
  const bytes = scripts.read(task.script_id, Number(task.script_bytes));
  let index = 0;
  for await (const group of readStatements(bytes, {
    dialect,
    delimiter: task.delimiter,
  })) {
    for (const { line, text } of group) {
      index += 1;
      if (index >= before) {
        return { repeated, lost, at: text };
      }
      const { trace } = describeStatementTraits(dialect, text);
      const list = trace === 'setting' ? repeated : lost;
      if (trace !== 'none' && list.length < MOST_MENTIONS) {
        list.push({ index, line, text: text.slice(0, STATEMENT_TEXT_CHARS) });
      }
    }
  }
  return { repeated, lost };
}
