type State = 'start' | 'create' | 'or' | 'replace' | 'routine' | 'plain';

/**
 * Knows whether a statement is inside the body of a routine, `BEGIN ATOMIC … END`, where semicolons do not end it. It
 * is told every word of a statement that is not quoted, and goes by the same heuristics as psql.
 *
 * @internal
 */
export class RoutineRule {
  private state: State = 'plain';
  private depth = 0;

  /** Whether words still matter. */
  get listens(): boolean {
    return this.state !== 'plain';
  }

  get inBody(): boolean {
    return this.depth > 0;
  }

  /**
   * Begins a statement, and says whether it may make a routine.
   */
  begin(mayMakeRoutine: boolean) {
    this.state = mayMakeRoutine ? 'start' : 'plain';
    this.depth = 0;
  }

  word(word: string, inParentheses: boolean) {
    const upper = word.toUpperCase();
    if (this.state !== 'routine') {
      this.state = stateBehind(this.state, upper);
    } else if (!inParentheses) {
      this.wordOfRoutine(upper);
    }
  }

  private wordOfRoutine(word: string) {
    if (word === 'BEGIN' || (word === 'CASE' && this.inBody)) {
      this.depth++;
    } else if (word === 'END' && this.inBody) {
      this.depth--;
    }
  }
}

function stateBehind(state: State, word: string): State {
  switch (state) {
    case 'start':
      return word === 'CREATE' ? 'create' : 'plain';
    case 'or':
      return word === 'REPLACE' ? 'replace' : 'plain';
    default:
      if (word === 'OR' && state === 'create') {
        return 'or';
      }
      return word === 'FUNCTION' || word === 'PROCEDURE' ? 'routine' : 'plain';
  }
}
