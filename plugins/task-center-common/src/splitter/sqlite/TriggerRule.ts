type State =
  | 'start'
  | 'explain'
  | 'create'
  | 'plain'
  | 'trigger'
  | 'triggerStep'
  | 'triggerEnd';

/**
 * Knows whether a semicolon ends the statement: inside `CREATE TRIGGER … END` only the one behind `; END` does. It is
 * told every word and every other token of a statement, but no white space and no comment.
 *
 * @internal
 */
export class TriggerRule {
  private state: State = 'start';

  /** Whether words still matter. */
  get listens(): boolean {
    return this.state !== 'plain';
  }

  reset() {
    this.state = 'start';
  }

  /**
   * Takes in a word, or anything else as an empty one.
   */
  token(word: string) {
    const upper = word.toUpperCase();
    switch (this.state) {
      case 'start':
      case 'explain':
        this.state = this.afterStart(upper);
        break;
      case 'create':
        this.state = afterCreate(upper);
        break;
      case 'triggerStep':
        this.state = upper === 'END' ? 'triggerEnd' : 'trigger';
        break;
      case 'triggerEnd':
        this.state = 'trigger';
        break;
      default:
    }
  }

  /**
   * Takes in a semicolon and says whether it ends the statement.
   */
  semicolon(): boolean {
    if (this.state === 'trigger' || this.state === 'triggerStep') {
      this.state = 'triggerStep';
      return false;
    }
    return true;
  }

  private afterStart(word: string): State {
    if (word === 'CREATE') {
      return 'create';
    }
    // EXPLAIN QUERY PLAN CREATE …
    const explains = word === 'EXPLAIN' || this.state === 'explain';
    return explains && ['EXPLAIN', 'QUERY', 'PLAN'].includes(word)
      ? 'explain'
      : 'plain';
  }
}

function afterCreate(word: string): State {
  if (word === 'TRIGGER') {
    return 'trigger';
  }
  return word === 'TEMP' || word === 'TEMPORARY' ? 'create' : 'plain';
}
