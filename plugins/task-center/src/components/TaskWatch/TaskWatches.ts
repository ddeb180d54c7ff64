/**
 * A task whose end somebody wants to hear of.
 *
 * @internal
 */
export interface WatchedTask {
  id: string;
  name: string;
  /** How it ended, in words, which the person has not been told yet. */
  end?: string;
}

/** Whoever watches more than that is told of the newest. */
const MAX_WATCHED = 20;
const byUser = new Map<string, TaskWatches>();

/**
 * The tasks that a person watches in this browser. All of its tabs see the same.
 *
 * @internal
 */
export class TaskWatches {
  static of(userRef: string): TaskWatches {
    const watches = byUser.get(userRef) ?? new TaskWatches(userRef);
    byUser.set(userRef, watches);
    return watches;
  }

  /** Names them among those of other people who use this browser. */
  readonly key: string;
  private readonly listeners = new Set<() => void>();
  private known: WatchedTask[] = [];
  private knownText: string | undefined;

  private constructor(userRef: string) {
    this.key = `task-center.watched:${userRef}`;
    window.addEventListener('storage', ({ key }) => {
      if (key === this.key || key === null) {
        this.tell();
      }
    });
  }

  /** The same array as long as nothing changes. */
  readonly list = (): WatchedTask[] => {
    const text = read(this.key);
    if (text !== this.knownText) {
      this.knownText = text;
      this.known = parse(text);
    }
    return this.known;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  has(id: string): boolean {
    return this.list().some(task => task.id === id);
  }

  add(task: WatchedTask): void {
    const others = this.list().filter(each => each.id !== task.id);
    const { id, name, end } = task;
    this.write([...others, { id, name, end }].slice(-MAX_WATCHED));
  }

  /**
   * @returns whether it was watched until now
   */
  remove(id: string): boolean {
    const wasWatched = this.has(id);
    if (wasWatched) {
      this.write(this.list().filter(each => each.id !== id));
    }
    return wasWatched;
  }

  private write(tasks: WatchedTask[]): void {
    try {
      localStorage.setItem(this.key, JSON.stringify(tasks));
    } catch {
      // Without storage nothing can be watched, and the button stays as it was.
    }
    this.tell();
  }

  private tell(): void {
    this.listeners.forEach(listener => listener());
  }
}

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function parse(text: string): WatchedTask[] {
  try {
    const value = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
