import { RecordSink } from './RecordSink';

/**
 * A sorted part of a view, while it is made.
 *
 * @internal
 */
export interface Run {
  /** How many merges its records have been through. */
  pass: number;
  /** From 0 within its pass. */
  number: number;
  /** The size of its largest segment when inflated. */
  largestSegment: number;
}

/**
 * Keeps the runs of a sort.
 *
 * @internal
 */
export interface RunStore {
  createSink(run: Pick<Run, 'pass' | 'number'>): RecordSink;
  /** The texts of the run, piece by piece. */
  read(run: Run): AsyncGenerator<string, void>;
  /** Removes all runs of a pass. */
  removePass(pass: number): Promise<void>;
}
