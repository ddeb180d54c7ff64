import { TaskStatement } from 'backstage-plugin-task-center-common';
import { Texts, useTexts } from '../../translations';
import styles from './StatementTable.module.css';

/**
 * What the database remarked on a statement. Nothing when it did not.
 *
 * @internal
 */
export function StatementWarnings({ statement }: { statement: TaskStatement }) {
  const t = useTexts();
  const { warnings: count = 0, warningTexts: texts = [] } = statement;
  if (count === 0 && texts.length === 0) {
    return null;
  }
  const notices = texts.filter(({ notice }) => notice).length;
  const words = [
    count > 0 && describeCount(count, texts.length - notices, t),
    notices > 0 && t('statements.notices', { count: notices }),
  ]
    .filter(Boolean)
    .join(t('common.clauseSeparator'));
  return (
    <div className={styles.warningList}>
      <p>
        {texts.length > 0 ? t('statements.warnings.list', { words }) : words}
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

function describeCount(count: number, known: number, t: Texts): string {
  const warnings = t('common.warnings', { count });
  if (known === 0) {
    return t('statements.warnings.numberOnly', { warnings });
  }
  return known < count
    ? t('statements.warnings.first', { warnings, known })
    : warnings;
}
