import { StatementWarning } from 'backstage-plugin-task-center-common';
import { StatementOutcome } from 'backstage-plugin-task-center-node';
import { ServerNotice } from './Exchange';

const MOST_TEXTS = 20;
const OTHER_SEVERITIES = new Set(['NOTICE', 'INFO', 'LOG', 'DEBUG']);

/**
 * Takes in what the server remarks on a statement. Warnings are counted; the texts of notices are kept too, because
 * `RAISE NOTICE` is how a script speaks.
 *
 * @internal
 */
export class NoticeCollector {
  private warnings = 0;
  private texts: StatementWarning[] = [];

  private constructor() {}

  static create(): NoticeCollector {
    return new NoticeCollector();
  }

  add(notice: ServerNotice): void {
    const warns = isWarning(notice);
    this.warnings += warns ? 1 : 0;
    if (this.texts.length < MOST_TEXTS) {
      const { code, message = '', detail, hint } = notice;
      const parts = [detail ? `${message}: ${detail}` : message];
      if (hint) parts.push(`Hint: ${hint}`);
      const text = { code, message: parts.join(' ') };
      this.texts.push(warns ? text : { ...text, notice: true });
    }
  }

  /** What came since the last call. */
  take(): Pick<StatementOutcome, 'warnings' | 'warningTexts'> {
    const { warnings, texts } = this;
    this.warnings = 0;
    if (texts.length === 0) {
      return { warnings };
    }
    this.texts = [];
    return { warnings, warningTexts: texts };
  }
}

// The server says the severity in its own language, where a code is the best sign of a warning.
function isWarning({ severity = '', code }: ServerNotice): boolean {
  return (
    severity === 'WARNING' ||
    (!OTHER_SEVERITIES.has(severity) && code !== '00000')
  );
}
