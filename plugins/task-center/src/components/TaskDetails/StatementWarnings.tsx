import { TaskStatement } from 'backstage-plugin-task-center-common';
import { formatCount, formatQuantity } from '../common';
import styles from './StatementTable.module.css';

/**
 * What the database remarked on a statement. Nothing when it did not.
 *
 * @internal
 */
export function StatementWarnings({ statement }: { statement: TaskStatement }) {
  const { warnings: count = 0, warningTexts: texts = [] } = statement;
  if (count === 0 && texts.length === 0) {
    return null;
  }
  const notices = texts.filter(({ notice }) => notice).length;
  return (
    <div className={styles.warningList}>
      <p>
        {[
          count > 0 && describeCount(count, texts.length - notices),
          notices > 0 && formatQuantity(notices, 'notice'),
        ]
          .filter(Boolean)
          .join(', ')}
        {texts.length > 0 && ':'}
      </p>
      <ul>
        {texts.map(({ code, message }, i) => (
          <li key={i}>
            {code && (
              <>
                <code>{code}</code>{' '}
              </>
            )}
            {message}
          </li>
        ))}
      </ul>
    </div>
  );
}

function describeCount(count: number, known: number): string {
  const warnings = formatQuantity(count, 'warning');
  if (known === 0) {
    return `${warnings}, of which the database gave the number only`;
  }
  return known < count
    ? `${warnings}, the first ${formatCount(known)} of them`
    : warnings;
}
