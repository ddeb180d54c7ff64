/**
 * Which rows of a grid can be seen. It changes with every frame while one scrolls, so only those who show it are told,
 * and the rest of the page is not drawn anew.
 *
 * @internal
 */
export class RowsInSight {
  #range = { first: 0, last: -1 };
  #listeners = new Set<() => void>();

  static create(): RowsInSight {
    return new RowsInSight();
  }

  private constructor() {}

  /** Positions from 0; the last is -1 when there is none. The same object until they change. */
  readonly get = (): Readonly<{ first: number; last: number }> => this.#range;

  set(first: number, last: number): void {
    if (first !== this.#range.first || last !== this.#range.last) {
      this.#range = { first, last };
      this.#listeners.forEach(listener => listener());
    }
  }

  /** Returns what ends it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
