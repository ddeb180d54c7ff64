import { Page } from 'backstage-plugin-task-center-common';

/**
 * Where a {@link PageCache} gets its items from.
 *
 * @internal
 */
export type PageLoader<T> = (request: {
  offset: number;
  limit: number;
  signal: AbortSignal;
}) => Promise<Page<T>>;

/** @internal */
export interface PageCacheOptions<T> {
  load: PageLoader<T>;
  /** Called after every change that can be seen. */
  onChange(): void;
  /** Whether the list is as long as the answers say. Then its first page is asked for without its length. Default: false. */
  isMeasured?: boolean;
  /** Items of a page. Default: 200. */
  pageSize?: number;
  /** How many pages are kept. Default: 60. */
  maxPages?: number;
  /**
   * Milliseconds that a range must be wanted before it is asked for, where it is far from the one that was wanted before.
   * Default: 60.
   */
  settleMs?: number;
}

interface LoadingPage {
  abort: AbortController;
  /** Kept also when the page could not be loaded, or was given up. */
  end: Promise<void>;
}

/**
 * Holds the pages of a long list that are or were in sight. It asks for what is wanted, gives up what no longer is, and
 * forgets the pages that were wanted longest ago.
 *
 * @internal
 */
export class PageCache<T> {
  readonly pageSize: number;
  #pages = new Map<number, T[]>();
  #loading = new Map<number, LoadingPage>();
  #fetching = new Map<number, Promise<T[]>>();
  #wanted: [first: number, last: number] = [0, -1];
  #outdated = new Set<number>();
  #total: number | undefined;
  #error: Error | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Where the range began for which the timer was set: who scrolls steadily from there must not wait for rest. */
  #settled = 0;
  #stopped = true;

  static create<T>(options: PageCacheOptions<T>): PageCache<T> {
    return new PageCache(options);
  }

  private constructor(private readonly options: PageCacheOptions<T>) {
    this.pageSize = options.pageSize ?? 200;
  }

  /** How many items the whole list has; 0 until that is known. */
  get total(): number {
    return this.#total ?? 0;
  }

  /** Whether it is known how many items the list has. */
  get hasTotal(): boolean {
    return this.#total !== undefined;
  }

  /** Why the last page could not be loaded. */
  get error(): Error | undefined {
    return this.#error;
  }

  /** The item at a position, or `undefined` while it is not loaded. */
  get(index: number): T | undefined {
    const page = this.#pages.get(Math.floor(index / this.pageSize));
    return page?.[index % this.pageSize];
  }

  /** Says how long the list is now. */
  setTotal(total: number): void {
    if (total !== this.#total) {
      this.#total = total;
      this.options.onChange();
      this.#schedule();
    }
  }

  /** Says which items are in sight, both ends included. */
  want(first: number, last: number): void {
    const isNear = Math.abs(first - this.#settled) < this.pageSize;
    this.#wanted = [first, last];
    if (this.#timer === undefined || !isNear) {
      this.#settled = first;
      this.#schedule();
    }
  }

  /** Gives one item, and loads its page when need be, once for all who ask. */
  async fetch(index: number): Promise<T | undefined> {
    const number = Math.floor(index / this.pageSize);
    if (this.get(index) === undefined) {
      await this.#loading.get(number)?.end;
    }
    return (
      this.get(index) ?? (await this.#fetchPage(number))[index % this.pageSize]
    );
  }

  /** Reads items past the pages, and keeps none of them. */
  async read(
    offset: number,
    limit: number,
    signal: AbortSignal = new AbortController().signal,
  ): Promise<T[]> {
    // A server may answer with fewer items than it was asked for.
    const items: T[] = [];
    while (items.length < limit) {
      const page = await this.options.load({
        offset: offset + items.length,
        limit: limit - items.length,
        signal,
      });
      items.push(...page.items);
      if (this.options.isMeasured && !signal.aborted) {
        this.setTotal(page.totalItems);
      }
      if (
        !page.items.length ||
        offset + items.length >= page.totalItems ||
        signal.aborted
      ) {
        break;
      }
    }
    return items;
  }

  /** Adds items that follow each other from a position on, as far as they join what is there. */
  put(offset: number, items: T[]): void {
    items.forEach((item, i) => {
      const number = Math.floor((offset + i) / this.pageSize);
      const place = (offset + i) % this.pageSize;
      const page = this.#pages.get(number) ?? [];
      if (place <= page.length) {
        const changed = page.slice();
        changed[place] = item;
        this.#pages.set(number, changed);
      }
    });
    this.#forget();
    this.options.onChange();
  }

  /** How many items are loaded. */
  get loadedCount(): number {
    let count = 0;
    this.#pages.forEach(page => {
      count += page.length;
    });
    return count;
  }

  /** Everything that is loaded, in order. */
  *loaded(): Iterable<[index: number, item: T]> {
    for (const number of [...this.#pages.keys()].sort((a, b) => a - b)) {
      let index = number * this.pageSize;
      for (const item of this.#pages.get(number)!) {
        yield [index++, item];
      }
    }
  }

  /** Loads again what is in sight, which stays as it is until then, and the rest when it comes into sight. */
  refresh(): void {
    this.#error = undefined;
    for (const number of [...this.#pages.keys(), ...this.#loading.keys()]) {
      this.#outdated.add(number);
    }
    this.#schedule();
  }

  /** Tries again what could not be loaded. */
  retry(): void {
    this.#error = undefined;
    this.options.onChange();
    this.#schedule();
  }

  /** Begins to load what is wanted, until the function that it returns is called. */
  start(): () => void {
    this.#stopped = false;
    this.#schedule();
    return () => {
      this.#stopped = true;
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#loading.forEach(({ abort }) => abort.abort());
      this.#loading.clear();
    };
  }

  #schedule() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#stopped) {
      return;
    }
    // The very first page is not worth waiting for anything.
    const wait = this.#pages.size ? this.options.settleMs ?? 60 : 0;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#loadWanted();
    }, wait);
  }

  #loadWanted() {
    const wanted = this.#wantedPages();
    for (const [number, { abort }] of this.#loading) {
      if (!wanted.includes(number)) {
        abort.abort();
        this.#loading.delete(number);
      }
    }
    if (this.#error) {
      return;
    }
    for (const number of wanted) {
      this.#touch(number);
      const isNeeded = this.#outdated.has(number) || !this.#isComplete(number);
      if (isNeeded && !this.#loading.has(number)) {
        const abort = new AbortController();
        this.#loading.set(number, { abort, end: this.#load(number, abort) });
      }
    }
  }

  #wantedPages(): number[] {
    const [first, last] = this.#wanted;
    if (this.options.isMeasured && !this.total) {
      return [0];
    }
    const end = Math.min(last, this.total - 1);
    const numbers: number[] = [];
    for (
      let number = Math.floor(Math.max(0, first) / this.pageSize);
      number * this.pageSize <= end;
      number++
    ) {
      numbers.push(number);
    }
    return numbers;
  }

  #isComplete(number: number): boolean {
    const expected = Math.min(
      this.pageSize,
      this.total - number * this.pageSize,
    );
    return this.hasTotal && (this.#pages.get(number)?.length ?? 0) >= expected;
  }

  async #load(number: number, abort: AbortController) {
    const isAgain = this.#outdated.delete(number);
    let isDone = false;
    try {
      const items = await this.#readPage(number, abort.signal);
      if (!abort.signal.aborted) {
        isDone = true;
        this.#keep(number, items, isAgain);
      }
    } catch (error) {
      if (!abort.signal.aborted) {
        this.#error = error as Error;
        this.options.onChange();
      }
    } finally {
      if (this.#loading.get(number)?.abort === abort) {
        this.#loading.delete(number);
      }
      if (isAgain && !isDone) {
        this.#outdated.add(number);
      }
      if (this.#outdated.has(number)) {
        this.#schedule();
      }
    }
  }

  #fetchPage(number: number): Promise<T[]> {
    const underWay = this.#fetching.get(number);
    if (underWay) {
      return underWay;
    }
    const fetching = this.#readPage(number)
      .then(items => {
        this.#keep(number, items);
        return items;
      })
      .finally(() => this.#fetching.delete(number));
    this.#fetching.set(number, fetching);
    return fetching;
  }

  #readPage(number: number, signal?: AbortSignal): Promise<T[]> {
    return this.read(number * this.pageSize, this.pageSize, signal);
  }

  #keep(number: number, items: T[], isAgain: boolean = false) {
    const known = this.#pages.get(number) ?? [];
    this.#pages.delete(number);
    // Items may have been put there in the meantime.
    const isKnownBetter = !isAgain && known.length > items.length;
    this.#pages.set(number, isKnownBetter ? known : items);
    this.#forget();
    this.options.onChange();
  }

  #forget() {
    const wanted = this.#wantedPages();
    const newest = [...this.#pages.keys()].pop();
    for (const old of this.#pages.keys()) {
      if (this.#pages.size <= (this.options.maxPages ?? 60)) {
        break;
      }
      if (!wanted.includes(old) && old !== newest) {
        this.#pages.delete(old);
        this.#outdated.delete(old);
      }
    }
  }

  #touch(number: number) {
    const page = this.#pages.get(number);
    if (page) {
      this.#pages.delete(number);
      this.#pages.set(number, page);
    }
  }
}
