import { Text } from '@backstage/ui';
import { Connection } from 'backstage-plugin-task-center-common';
import { formatCount, formatSeconds, parseTypedNumber } from '../common';
import { ScriptCount } from './countScript';
import styles from './NewTaskPage.module.css';
import { errorHandlingOf, TaskForm, UNIT_SECONDS } from './TaskForm';
import { CountedScript } from './useScriptCount';
import { TaskFormErrors } from './validateTaskForm';

const SHOWN_KINDS = 6;

/** @internal */
export interface TaskOutlookProps {
  form: TaskForm;
  connection: Connection | undefined;
  counted: CountedScript;
  /** What is wrong with the form, which then is no outlook. */
  problems: TaskFormErrors;
}

/**
 * What will happen when the task is run, as far as it can be said before.
 *
 * @internal
 */
export function TaskOutlook(props: TaskOutlookProps) {
  const { form, connection, counted, problems } = props;
  const { count, isCounting } = counted;
  return (
    <aside className={styles.outlook} aria-label="What will happen">
      <Text as="h2" variant="body-small" weight="bold" color="secondary">
        What will happen
      </Text>
      <p className={styles.statementCount} aria-live="polite">
        <span className={styles.figure}>
          {count ? formatCount(count.statements) : '–'}
        </span>{' '}
        {count?.statements === 1 ? 'statement' : 'statements'}
        <span className={styles.counting}>
          {isCounting && !count?.isFinished && count && ' so far…'}
        </span>
      </p>
      <Kinds count={count} />
      <ul className={styles.plan}>
        {describePlan(form, connection, problems).map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </aside>
  );
}

function Kinds({ count }: { count: ScriptCount | undefined }) {
  const kinds = count?.kinds ?? [];
  const more = kinds
    .slice(SHOWN_KINDS)
    .reduce((sum, [, statements]) => sum + statements, 0);
  return (
    <ul className={styles.kinds}>
      {kinds.slice(0, SHOWN_KINDS).map(([word, statements]) => (
        <li key={word}>
          <span>{word}</span>
          <span className={styles.number}>{formatCount(statements)}</span>
        </li>
      ))}
      {more > 0 && (
        <li>
          <span>others</span>
          <span className={styles.number}>{formatCount(more)}</span>
        </li>
      )}
    </ul>
  );
}

function describePlan(
  form: TaskForm,
  connection: Connection | undefined,
  problems: TaskFormErrors,
): string[] {
  const limits = connection?.limits;
  const rows = parseTypedNumber(form.resultLimit) ?? limits?.resultRows.default;
  const timeout = parseTypedNumber(form.executionTimeout);
  const seconds =
    timeout === undefined
      ? limits?.executionTimeoutSeconds.default
      : timeout * UNIT_SECONDS[form.executionTimeoutUnit];
  return [
    connection
      ? `Runs on ${connection.title}, at most ${
          connection.maxConcurrentTasks
        } ${connection.maxConcurrentTasks === 1 ? 'task' : 'tasks'} at a time.`
      : 'Choose a connection to run on.',
    form.transactionMode === 'script' &&
      'Commits once, at the end: all or nothing.',
    errorHandlingOf(form) === 'abort'
      ? 'Stops at the first statement that fails.'
      : 'Goes on with the next statement after a failure.',
    problems.resultLimit
      ? 'The query result limit is not valid.'
      : rows !== undefined &&
        `Keeps up to ${formatCount(rows)} rows of each result.`,
    problems.executionTimeout
      ? 'The execution timeout is not valid.'
      : seconds && `Is ended after ${formatSeconds(seconds)}.`,
    problems.statementTimeout && 'The statement timeout is not valid.',
  ].filter((sentence): sentence is string => Boolean(sentence));
}
