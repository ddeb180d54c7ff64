import {
  Page,
  StatementState,
  TaskStatement,
} from 'backstage-plugin-task-center-common';
import { TaskRow } from '../../database';
import { readStatementTexts, StoredOutcome, StoredStatement } from '../../run';
import { SegmentStore } from '../../streams';
import { toTime, withoutUndefined } from '../toTask';
import {
  countStatements,
  DerivedRange,
  statesBefore,
  statesBehind,
  takeStatements,
} from './derivedStates';
import { readOutcomePage } from './readOutcomePage';

interface Entry {
  /** In the script, from 0. */
  position: number;
  state: StatementState;
  outcome?: StoredOutcome;
}

/**
 * A page of a task's ledger, which has every statement of the script. Those without a stored outcome have the state that
 * follows from where the task is.
 *
 * @internal
 */
export async function readStatementPage(
  segments: SegmentStore,
  task: TaskRow,
  options: { states?: StatementState[]; offset: number; limit: number },
): Promise<Page<TaskStatement>> {
  const { offset, limit } = options;
  // A state that is named twice is counted once.
  const states = options.states && [...new Set(options.states)];
  const wanted = (ranges: DerivedRange[]) =>
    ranges.filter(range => !states || states.includes(range.state));
  const texts = readStatementTexts(segments, task.id);
  const total = task.total_statements ?? (await texts.count());
  const first = task.first_statement - 1;

  const before = wanted(statesBefore(task, total));
  const head = takeStatements(before, offset, limit);
  const behindHead = Math.max(0, offset - countStatements(before));
  const stored = await readOutcomePage(segments, task, {
    states,
    offset: behindHead,
    limit: limit - head.length,
  });
  const behind = wanted(statesBehind(task, first + stored.known, total));
  const tail = takeStatements(
    behind,
    Math.max(0, behindHead - stored.matching),
    limit - head.length - stored.items.length,
  );
  const entries: Entry[] = [
    ...head,
    ...stored.items.map(({ position, item, state }) => ({
      position: first + position,
      outcome: item,
      state,
    })),
    ...tail,
  ];
  const text = await texts.pick(entries.map(({ position }) => position));
  return {
    items: entries.map(entry => toStatement(entry, text.get(entry.position))),
    totalItems:
      countStatements(before) + stored.matching + countStatements(behind),
  };
}

function toStatement(
  { position, state, outcome }: Entry,
  stored: StoredStatement | undefined,
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
    warningTexts: outcome?.texts,
    error: outcome?.error,
  });
}
