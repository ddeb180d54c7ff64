import { StatementOutcome } from 'backstage-plugin-task-center-node';
import { StatementWarning } from 'backstage-plugin-task-center-common';
import { observesDiagnostics } from './observesDiagnostics';

const STATEMENTS_WITH_TEXTS = 100;
const PATIENCE = 200;

/**
 * Asks for the texts of the first warnings of a statement. What it leaves untouched: {@link observesDiagnostics}.
 *
 * @internal
 */
export const SHOW_WARNINGS = 'SHOW WARNINGS LIMIT 20';

/**
 * Decides for one session whose warnings are worth asking for: those of the first 100 statements that have some, as long
 * as the statement that comes next cannot notice. A statement that was sent alone is asked about when it had warnings. In
 * a batch this must be decided beforehand, so there the engine goes on asking until 200 statements in a row had none.
 *
 * @internal
 */
export class WarningTexts {
  private read = 0;
  private patience = PATIENCE;

  /**
   * @param next - the statement that is sent next, undefined when it is not known
   */
  mayAsk(next: string | undefined): boolean {
    return (
      this.read < STATEMENTS_WITH_TEXTS &&
      next !== undefined &&
      !observesDiagnostics(next)
    );
  }

  /** As {@link WarningTexts.mayAsk}, for a statement of a batch. */
  mayAskAhead(next: string | undefined): boolean {
    if (this.patience <= 0 || !this.mayAsk(next)) {
      return false;
    }
    this.patience--;
    return true;
  }

  /** Takes note of a statement that has ended. */
  note({ warnings, warningTexts }: StatementOutcome): void {
    if (warnings) {
      this.patience = PATIENCE;
    }
    if (warningTexts) {
      this.read++;
    }
  }
}

/**
 * @param row - one of those that {@link SHOW_WARNINGS} returns: level, code, message
 * @internal
 */
export function toWarning(row: (string | null)[]): StatementWarning {
  const [, code, message] = row;
  return { code: code ?? undefined, message: message ?? '' };
}
