import { inflateSegment } from './deflateSegment';
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
  static encode(item: unknown): Buffer {
    return Buffer.from(`${JSON.stringify(item)}\n`);
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

  /** Items from a position on. */
  async page(offset: number, limit: number): Promise<Positioned<T>[]> {
    const items: Positioned<T>[] = [];
    for await (const entry of this.scan({ from: offset })) {
      if (items.length >= limit) {
        break;
      }
      items.push(entry);
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
    const items: Positioned<T>[] = [];
    let before = 0;
    for (const info of await this.store.list(this.stream)) {
      const count = countKinds(info, kinds);
      if (before + count > offset && items.length < limit) {
        const found = (await this.segment(info.number)).filter(({ item }) =>
          kinds.includes(this.kindOf(item)!),
        );
        items.push(
          ...found.slice(
            Math.max(0, offset - before),
            Math.max(0, offset - before) + limit - items.length,
          ),
        );
      }
      before += count;
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
    if (kinds) {
      yield* this.scanKinds(from, kinds);
      return;
    }
    const number = await this.store.locate(this.stream, from);
    if (number === undefined) {
      return;
    }
    for await (const segment of this.store.read(this.stream, number)) {
      const entries = parse<T>(segment, await inflateSegment(segment.data));
      yield* entries.filter(entry => entry.position >= from);
    }
  }

  private async *scanKinds(
    from: number,
    kinds: string[],
  ): AsyncGenerator<Positioned<T>> {
    for (const info of await this.store.list(this.stream)) {
      if (info.firstItem + info.itemCount > from && countKinds(info, kinds)) {
        const entries = await this.segment(info.number);
        yield* entries.filter(
          ({ position, item }) =>
            position >= from && kinds.includes(this.kindOf(item)!),
        );
      }
    }
  }

  private async segment(number: number): Promise<Positioned<T>[]> {
    for await (const segment of this.store.read(this.stream, number)) {
      return parse<T>(segment, await inflateSegment(segment.data));
    }
    return [];
  }
}

function parse<T>(info: SegmentInfo, raw: Buffer): Positioned<T>[] {
  return raw
    .toString()
    .split('\n')
    .slice(0, info.itemCount)
    .map((line, index) => ({
      position: info.firstItem + index,
      item: JSON.parse(line) as T,
    }));
}

function countKinds(info: SegmentInfo, kinds: string[]): number {
  return kinds.reduce((sum, kind) => sum + (info.kinds?.[kind] ?? 0), 0);
}
