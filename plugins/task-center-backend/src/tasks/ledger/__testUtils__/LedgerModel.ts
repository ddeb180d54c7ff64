import { Knex } from 'knex';
import { StatementState } from 'backstage-plugin-task-center-common';
import { insertTask } from '../../../__testUtils__/insertTask';
import { TaskRow } from '../../../database';
import {
  ledgerStream,
  statementStream,
  StoredOutcome,
  StoredUndone,
  undoneStream,
} from '../../../run';
import {
  JsonLines,
  SegmentStore,
  StreamId,
  StreamWriter,
} from '../../../streams';

const TASK = 'a-task';

interface LedgerOptions {
  total: number;
  first?: number;
  /** The last statement with an outcome. */
  known: number;
  stateOf(statement: number): StoredOutcome['state'];
  undone: Pick<StoredUndone, 'from' | 'to' | 'state'>[];
  /** Makes segments hold fewer outcomes. */
  padding?: string;
}

/**
 * The ledger of a failed task as a plain list, to compare with what is read from its streams.
 */
export class LedgerModel {
  static create(options: LedgerOptions): LedgerModel {
    return new LedgerModel(options);
  }

  /** Some thousand statements in several segments, with ranges of any length behind each other. */
  static random(seed: number): LedgerModel {
    let state = seed;
    const random = (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor((state / 2 ** 31) * below);
    };
    const first = 1 + random(300);
    const known = first + 5_000 + random(2_000);
    const undone: LedgerOptions['undone'] = [];
    const longest = [3, 100, 3_000][seed % 3];
    for (let from = first + random(longest); from <= known; ) {
      const to = Math.min(known, from + random(longest));
      undone.push({
        from,
        to,
        state: random(3) === 0 ? 'unknown' : 'rolled-back',
      });
      from = to + 1 + (random(3) === 0 ? 0 : random(longest));
    }
    const failing = new Set(Array.from({ length: 300 }, () => random(known)));
    return new LedgerModel({
      first,
      known,
      total: known + random(400),
      undone,
      stateOf: n => (failing.has(n) ? 'failed' : 'succeeded'),
      padding: 'x'.repeat(300),
    });
  }

  private readonly states: StatementState[];

  private constructor(private readonly options: LedgerOptions) {
    const { total, first = 1, known, stateOf, undone } = options;
    this.states = Array.from({ length: total }, (_, position) => {
      const statement = position + 1;
      return statement < first || statement > known
        ? 'skipped'
        : stateOf(statement);
    });
    for (const range of undone) {
      for (let statement = range.from; statement <= range.to; statement++) {
        if (this.states[statement - 1] === 'succeeded') {
          this.states[statement - 1] = range.state;
        }
      }
    }
  }

  state(statement: number): StatementState {
    return this.states[statement - 1];
  }

  /** The numbers of the statements in one of these states. */
  matching(states?: StatementState[]): number[] {
    return this.states.flatMap((state, position) =>
      !states || states.includes(state) ? [position + 1] : [],
    );
  }

  /** No state, each one that occurs, and each pair of those. */
  filters(): (StatementState[] | undefined)[] {
    const states = [...new Set(this.states)];
    return [
      undefined,
      ...states.flatMap(one =>
        states.filter(other => other >= one).map(other => [one, other]),
      ),
    ];
  }

  async store(knex: Knex, segments: SegmentStore): Promise<TaskRow> {
    const { total, first = 1, known, stateOf, undone, padding } = this.options;
    await write(segments, statementStream(TASK), total, position => ({
      item: { line: position + 1, text: `INSERT ${position + 1}` },
    }));
    await write(segments, ledgerStream(TASK), known - first + 1, position => {
      const state = stateOf(first + position);
      const item = { state, at: 1_700_000_000_000, ms: 1, affected: 1 };
      return {
        ...{ kind: state, weight: item.ms },
        item: padding ? { ...item, padding } : item,
      };
    });
    await write(segments, undoneStream(TASK), undone.length, position => {
      const range = undone[position];
      let succeeded = 0;
      for (let statement = range.from; statement <= range.to; statement++) {
        succeeded += stateOf(statement) === 'succeeded' ? 1 : 0;
      }
      return { item: { ...range, succeeded, affected: succeeded } };
    });
    return insertTask(knex, {
      id: TASK,
      status: 'failed',
      failure_code: 'statement-failed',
      total_statements: total,
      first_statement: first,
      dispatched_through: known,
      undone_ranges: undone.length,
    });
  }
}

async function write(
  segments: SegmentStore,
  stream: StreamId,
  count: number,
  at: (position: number) => { item: object; kind?: string; weight?: number },
): Promise<void> {
  const writer = StreamWriter.create(stream);
  const save = async () => {
    const unsaved = await writer.unsaved();
    await segments.put(await segments.prepare(stream, unsaved.segments));
    unsaved.saved();
  };
  for (let position = 0; position < count; position++) {
    const { item, ...options } = at(position);
    writer.append(JsonLines.encode(item), options);
    if (writer.backlogBytes >= 2 ** 21) {
      await save();
    }
  }
  await save();
}
