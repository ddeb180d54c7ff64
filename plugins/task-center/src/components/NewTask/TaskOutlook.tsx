import { Text } from '@backstage/ui';
import { Connection, SqlDialect } from 'backstage-plugin-task-center-common';
import { Texts, useTexts } from '../../translations';
import { formatCount } from '../common';
import { Announcement } from './Announcement';
import { describePlan } from './describePlan';
import { ShownGroup, ShownRisk } from './findRiskGroups';
import styles from './NewTaskPage.module.css';
import { RiskList } from './RiskList';
import { riskTitle } from './riskTitle';
import { ScriptCount } from './ScriptCount';
import { ScriptPart } from './ScriptPart';
import { TaskForm } from './TaskForm';
import { CountedScript } from './useScriptCount';
import { TaskFormErrors } from './validateTaskForm';

const SHOWN_KINDS = 6;

/** @internal */
export interface TaskOutlookProps {
  form: TaskForm;
  connection: Connection | undefined;
  parts: ScriptPart[];
  counted: CountedScript;
  groups: ShownGroup[];
  /** What is wrong with the form, which then is no outlook. */
  problems: TaskFormErrors;
  /** Shows a statement in the script. */
  onShow(risk: ShownRisk): void;
}

/**
 * What will happen when the task is run, as far as it can be said before.
 *
 * @internal
 */
export function TaskOutlook(props: TaskOutlookProps) {
  const { form, connection, parts, counted, groups, problems, onShow } = props;
  const { count, isCounting } = counted;
  const t = useTexts();
  const statements = count?.statements ?? 0;
  const dialect = connection?.dialect ?? 'mysql';
  const isSettled = count?.isFinished && !isCounting;
  return (
    <aside className={styles.outlook} aria-label={t('newTask.outlook')}>
      <Text as="h2" variant="body-small" weight="bold" color="secondary">
        {t('newTask.outlook')}
      </Text>
      <p className={styles.statementCount}>
        <span className={styles.figure}>
          {count ? formatCount(statements, t) : '–'}
        </span>{' '}
        {t('newTask.outlook.statements', { count: statements })}
        <span className={styles.counting}>
          {isCounting &&
            !count?.isFinished &&
            count &&
            ` ${t('newTask.outlook.soFar')}`}
        </span>
      </p>
      <Kinds count={count} />
      <RiskList
        groups={groups}
        isHarmless={Boolean(
          count?.isFinished && statements && !groups.length && !problems.script,
        )}
        names={parts.map(({ name }) => name)}
        dialect={dialect}
        onShow={onShow}
      />
      <Announcement
        text={isSettled ? summarize(statements, groups, dialect, t) : undefined}
      />
      <ul className={styles.plan}>
        {describePlan(form, connection, problems, t).map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </aside>
  );
}

function summarize(
  count: number,
  groups: ShownGroup[],
  dialect: SqlDialect,
  t: Texts,
): string {
  const warnings = groups.map(group => riskTitle(group, dialect, t));
  return count
    ? [t('newTask.script.statements', { count }), ...warnings].join('. ')
    : '';
}

function Kinds({ count }: { count: ScriptCount | undefined }) {
  const t = useTexts();
  const kinds = count?.kinds ?? [];
  const more = kinds
    .slice(SHOWN_KINDS)
    .reduce((sum, [, statements]) => sum + statements, 0);
  return (
    <ul className={styles.kinds} aria-label={t('newTask.outlook.kinds')}>
      {kinds.slice(0, SHOWN_KINDS).map(([word, statements]) => (
        <li key={word}>
          <span>{word}</span>
          <span className={styles.number}>{formatCount(statements, t)}</span>
        </li>
      ))}
      {more > 0 && (
        <li>
          <span>{t('newTask.outlook.others')}</span>
          <span className={styles.number}>{formatCount(more, t)}</span>
        </li>
      )}
    </ul>
  );
}
