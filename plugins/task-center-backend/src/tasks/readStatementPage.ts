import {
  Page,
  StatementState,
  TaskStatement,
} from 'backstage-plugin-task-center-common';
import { TaskRow } from '../database';
import {
  readOutcomes,
  readStatementTexts,
  StoredOutcome,
  StoredStatement,
} from '../run';
import { SegmentStore } from '../streams';
import { toTime, withoutUndefined } from './toTask';

interface Range {
  state: StatementState;
  /** Positions from 0; `to` is not part of it. */
  from: number;
  to: number;
}

/**
 * A page of a task's ledger. Statements without a stored outcome have the state that follows from where the task is.
 *
 * @internal
 */
export async function readStatementPage(
  segments: SegmentStore,
  task: TaskRow,
  options: { states?: StatementState[]; offset: number; limit: number },
): Promise<Page<TaskStatement>> {
  const { states, offset, limit } = options;
  const outcomes = readOutcomes(segments, task.id);
  const known = await outcomes.count();
  const texts = readStatementTexts(segments, task.id);
  const total = task.total_statements ?? (await texts.count());
  const stored = states ? await outcomes.count(states) : Math.min(known, total);
  const ranges = derivedRanges(task, known, total).filter(
    range => range.to > range.from && (!states || states.includes(range.state)),
  );

  const page = states
    ? await outcomes.pageOfKinds(states, offset, limit)
    : await outcomes.page(offset, limit);
  // More may have been stored since they were counted; those are still taken for what they were then.
  const found = page.filter(({ position }) => position < known);
  const rest = takeFromRanges(
    ranges,
    Math.max(0, offset - stored),
    limit - found.length,
  );
  const text = await texts.pick([
    ...found.map(entry => entry.position),
    ...rest.map(entry => entry.position),
  ]);
  return {
    items: [
      ...found.map(({ position, item }) =>
        toStatement(position, text.get(position), item.state, item),
      ),
      ...rest.map(({ position, state }) =>
        toStatement(position, text.get(position), state),
      ),
    ],
    totalItems:
      stored + ranges.reduce((sum, { from, to }) => sum + to - from, 0),
  };
}

function derivedRanges(task: TaskRow, known: number, total: number): Range[] {
  const sent = Math.min(Math.max(known, task.dispatched_through), total);
  switch (task.status) {
    case 'preparing':
    case 'running': {
      const running =
        task.status === 'running' && sent > known ? known + 1 : known;
      return [
        { state: 'running', from: known, to: running },
        { state: 'pending', from: running, to: total },
      ];
    }
    default: {
      // Only a worker that was lost leaves open what became of the statements that it may have sent.
      const unknown = task.failure_code === 'worker-lost' ? sent : known;
      return [
        { state: 'unknown', from: known, to: unknown },
        { state: 'skipped', from: unknown, to: total },
      ];
    }
  }
}

function takeFromRanges(
  ranges: Range[],
  offset: number,
  limit: number,
): { position: number; state: StatementState }[] {
  const taken: { position: number; state: StatementState }[] = [];
  let skip = offset;
  for (const { state, from, to } of ranges) {
    for (
      let position = from + skip;
      position < to && taken.length < limit;
      position++
    ) {
      taken.push({ position, state });
    }
    skip = Math.max(0, skip - (to - from));
  }
  return taken;
}

function toStatement(
  position: number,
  stored: StoredStatement | undefined,
  state: StatementState,
  outcome?: StoredOutcome,
): TaskStatement {
  return withoutUndefined<TaskStatement>({
    index: position + 1,
    line: stored?.line ?? 0,
    text: stored?.text ?? '',
    textTruncated: stored?.cut,
    state,
    startedAt: outcome && toTime(outcome.at),
    durationMs: outcome?.ms,
    affectedRows: outcome?.affected,
    rowCount: outcome?.rows,
    resultSet: outcome?.set,
    warnings: outcome?.warnings,
    error: outcome?.error,
  });
}
