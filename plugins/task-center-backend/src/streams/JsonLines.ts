import { SegmentText, toText } from './readTexts';
import { SegmentInfo, StreamId } from './Segment';
import { SegmentStore } from './SegmentStore';

/**
 * An item of a stream and its position in it, from 0.
 *
 * @internal
 */
export interface Positioned<T> {
  position: number;
  item: T;
}

/**
 * A segment and how many of its items are wanted, where that can be told without reading it.
 *
 * @internal
 */
export interface CountedSegment {
  number: number;
  count: number | undefined;
}

/**
 * Reads a stream whose items are lines of JSON.
 *
 * @internal
 */
export class JsonLines<T> {
  static create<T>(
    store: SegmentStore,
    stream: StreamId,
    kindOf: (item: T) => string | undefined = () => undefined,
  ): JsonLines<T> {
    return new JsonLines(store, stream, kindOf);
  }

  /** An item as it is appended. */
  static encode(item: unknown): string {
    return `${JSON.stringify(item)}\n`;
  }

  private constructor(
    private readonly store: SegmentStore,
    private readonly stream: StreamId,
    private readonly kindOf: (item: T) => string | undefined,
  ) {}

  /** How many items there are, of these kinds if any are named. */
  async count(kinds?: string[]): Promise<number> {
    if (!kinds) {
      const last = await this.store.last(this.stream);
      return last ? last.firstItem + last.itemCount : 0;
    }
    const segments = await this.store.list(this.stream);
    return segments.reduce((sum, info) => sum + countKinds(info, kinds), 0);
  }

  /** What segments there are, in order, without their items. */
  async segments(): Promise<SegmentInfo[]> {
    return this.store.list(this.stream);
  }

  /** Items from a position on. */
  async page(offset: number, limit: number): Promise<Positioned<T>[]> {
    const items: Positioned<T>[] = [];
    if (limit <= 0) {
      return items;
    }
    for await (const entry of this.scan({ from: offset })) {
      items.push(entry);
      // Here, and not before the next one: that may lie in a segment of its own.
      if (items.length >= limit) {
        break;
      }
    }
    return items;
  }

  /**
   * Items of some kinds; offset and limit count only those. Reads no segment that lies before the page.
   */
  async pageOfKinds(
    kinds: string[],
    offset: number,
    limit: number,
  ): Promise<Positioned<T>[]> {
    const segments = await this.segments();
    return this.pageOf(
      segments.map(info => ({
        number: info.number,
        count: countKinds(info, kinds),
      })),
      ({ item }) => this.isOf(kinds, item),
      offset,
      limit,
    );
  }

  /**
   * Items of these segments that are wanted; offset and limit count only those. Of the segments before the page, reads
   * those alone whose count is not known.
   */
  async pageOf(
    segments: CountedSegment[],
    isWanted: (entry: Positioned<T>) => boolean,
    offset: number,
    limit: number,
  ): Promise<Positioned<T>[]> {
    const items: Positioned<T>[] = [];
    let skip = offset;
    for (const { number, count } of segments) {
      if (items.length >= limit) {
        break;
      }
      if (count !== undefined && count <= skip) {
        skip -= count;
        continue;
      }
      const found = (await this.segment(number)).filter(isWanted);
      items.push(...found.slice(skip, skip + limit - items.length));
      skip = Math.max(0, skip - (count ?? found.length));
    }
    return items;
  }

  /** The items at these positions, by position. Reads each segment once. */
  async pick(positions: number[]): Promise<Map<number, T>> {
    const found = new Map<number, T>();
    const wanted = new Set(positions);
    for (const position of positions) {
      if (!found.has(position)) {
        const number = await this.store.locate(this.stream, position);
        const entries = number === undefined ? [] : await this.segment(number);
        entries
          .filter(entry => wanted.has(entry.position))
          .forEach(entry => found.set(entry.position, entry.item));
      }
    }
    return found;
  }

  /**
   * Every item from a position on, of these kinds if any are named, read as it is asked for. Segments without one of the
   * kinds are passed over.
   */
  async *scan(
    options: { from?: number; kinds?: string[] } = {},
  ): AsyncGenerator<Positioned<T>> {
    const { from = 0, kinds } = options;
    for await (const text of this.texts(options)) {
      yield* this.entries(text).filter(
        ({ position, item }) =>
          position >= from && (!kinds || this.isOf(kinds, item)),
      );
    }
  }

  /**
   * The texts of the segments from the one on that holds a position, read as they are asked for. Segments without an item
   * of one of the kinds, if any are named, are passed over.
   */
  async *texts(
    options: { from?: number; kinds?: string[] } = {},
  ): AsyncGenerator<SegmentText> {
    const { from = 0, kinds } = options;
    if (kinds) {
      for (const info of await this.store.list(this.stream)) {
        if (info.firstItem + info.itemCount > from && countKinds(info, kinds)) {
          yield* this.read(info.number, 1);
        }
      }
      return;
    }
    const number = await this.store.locate(this.stream, from);
    if (number !== undefined) {
      yield* this.read(number);
    }
  }

  /** The items in the text of a segment. */
  entries(text: SegmentText): Positioned<T>[] {
    return linesOf(text).map((line, index) => ({
      position: text.firstItem + index,
      item: JSON.parse(line) as T,
    }));
  }

  /** Whether an item is of one of these kinds. */
  isOf(kinds: string[], item: T): boolean {
    return kinds.includes(this.kindOf(item)!);
  }

  /**
   * Every item from the first on that passes a test, in a stream whose items all pass it from one of them on. Reads
   * few of the segments before that.
   */
  async *scanFrom(passes: (item: T) => boolean): AsyncGenerator<Positioned<T>> {
    const segments = await this.segments();
    let from = 0;
    let to = segments.length - 1;
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      const entries = await this.segment(segments[middle].number);
      if (passes(entries[entries.length - 1].item)) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    for (const { number } of segments.slice(from)) {
      const entries = await this.segment(number);
      yield* entries.filter(({ item }) => passes(item));
    }
  }

  private async segment(number: number): Promise<Positioned<T>[]> {
    for await (const text of this.read(number)) {
      return this.entries(text);
    }
    return [];
  }

  private async *read(
    from: number,
    atMost: number = Infinity,
  ): AsyncGenerator<SegmentText> {
    let count = 0;
    for await (const segment of this.store.read(this.stream, from)) {
      yield await toText(segment);
      count += 1;
      if (count >= atMost) {
        return;
      }
    }
  }
}

/**
 * The items in the text of a segment as they are stored.
 *
 * @internal
 */
export function linesOf({ text, itemCount }: SegmentText): string[] {
  return text.split('\n').slice(0, itemCount);
}

/**
 * How many items of these kinds a segment holds.
 *
 * @internal
 */
export function countKinds(info: SegmentInfo, kinds: string[]): number {
  return kinds.reduce((sum, kind) => sum + (info.kinds?.[kind] ?? 0), 0);
}
