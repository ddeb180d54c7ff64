import { Alert } from '@backstage/ui';
import { RiskGroup } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import styles from './NewTaskPage.module.css';

const NAMED = 3;

/**
 * Names the statements for which a script cannot be run all or nothing, before it is sent.
 *
 * @internal
 */
export function TransactionWarning(props: { ends: RiskGroup | undefined }) {
  const t = useTexts();
  const { count, first } = props.ends ?? { count: 0, first: [] };
  const named = first.slice(0, NAMED);
  const more = count - named.length;
  return (
    <div role="status">
      {count > 0 && (
        <Alert
          status="warning"
          icon
          title={t('newTask.ends.title')}
          description={
            <>
              <span>{t('newTask.ends.count', { count })}</span>
              <ul className={styles.ends}>
                {named.map(({ line, words, statement }) => (
                  <li key={statement}>
                    {t('newTask.ends.statement', {
                      line,
                      words: <code>{words}</code>,
                    })}
                  </li>
                ))}
                {more > 0 && (
                  <li>{t('newTask.ends.more', { number: more })}</li>
                )}
              </ul>
              {t('newTask.ends.advice', { count })}
            </>
          }
        />
      )}
    </div>
  );
}
