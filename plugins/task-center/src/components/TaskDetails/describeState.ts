import { StatementState } from 'backstage-plugin-task-center-common';

/**
 * The state of a statement in words: `rolled back`.
 *
 * @internal
 */
export function describeState(state: StatementState): string {
  return state.replace('-', ' ');
}
