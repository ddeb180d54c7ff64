import { RowKey } from 'backstage-plugin-task-center-common';
import { RecordOrder } from './recordOrder';
import { RecordSource } from './RecordSource';

/**
 * A record that is to be sorted.
 *
 * @internal
 */
export interface RecordEntry {
  key: RowKey;
  position: number;
  /** Its text. */
  record: string;
}

/**
 * Sorted records in memory, few enough to be sorted in one slice of work.
 *
 * @internal
 */
export class SortedBatch implements RecordSource {
  key: RowKey = [];
  position = -1;

  private readonly text: string;
  private readonly ends: Uint32Array;
  private readonly keys: RowKey[];
  private readonly positions: Float64Array;
  private index = -1;

  /** Sorts records that come in the order of their positions. */
  static create(entries: RecordEntry[], order: RecordOrder): SortedBatch {
    entries.sort((a, b) => order.compare(a.key, b.key));
    return new SortedBatch(entries);
  }

  private constructor(entries: RecordEntry[]) {
    this.text = entries.map(({ record }) => record).join('');
    this.ends = new Uint32Array(entries.length);
    this.keys = entries.map(({ key }) => key);
    this.positions = Float64Array.from(entries, ({ position }) => position);
    let end = 0;
    entries.forEach(({ record }, index) => {
      end += record.length;
      this.ends[index] = end;
    });
  }

  get record(): string {
    const { index, ends } = this;
    return this.text.slice(index > 0 ? ends[index - 1] : 0, ends[index]);
  }

  advance(): boolean {
    this.index += 1;
    if (this.index === this.keys.length) {
      return false;
    }
    this.key = this.keys[this.index];
    this.position = this.positions[this.index];
    return true;
  }

  async fetch(): Promise<boolean> {
    return this.index < 0 && this.advance();
  }

  async close(): Promise<void> {
    this.keys.length = 0;
  }
}
