import { ExecuteOptions } from 'backstage-plugin-task-center-node';

/**
 * For a statement of a batch, which cannot have rows.
 *
 * @internal
 */
export function refusingRows(): ExecuteOptions {
  const refuse = async () => {
    throw new Error('A statement of a batch has returned rows');
  };
  return { maxRows: 1, sink: { begin: refuse, rows: refuse, end: refuse } };
}
