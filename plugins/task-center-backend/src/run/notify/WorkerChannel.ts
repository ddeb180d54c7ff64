/**
 * What workers tell each other: `wake` when there is a task to run or a free place, `abort` when a task is to be aborted.
 *
 * @internal
 */
export type WorkerMessage =
  | { kind: 'wake' }
  | { kind: 'abort'; taskId: string };

/**
 * Carries messages between the workers of all backends, as well as it can: nothing depends on their arrival but speed.
 * Workers look for tasks from time to time and hear of abort requests when they renew their leases.
 *
 * @internal
 */
export interface WorkerChannel {
  /** Tells all other workers. Does not wait, and does not fail. */
  send(message: WorkerMessage): void;
  /** Hands on what other workers say, and a `wake` whenever something may have been missed. */
  listen(onMessage: (message: WorkerMessage) => void): void;
  /** Ends listening. What was sent before goes out first, if that does not take long. */
  close(): Promise<void>;
}
