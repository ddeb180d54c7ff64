import { useState } from 'react';
import { Alert, Link, Radio, RadioGroup, TextField } from '@backstage/ui';
import { ResumeAdvice, Task } from 'backstage-plugin-task-center-common';
import { useTaskCenterLinks } from '../../hooks';
import { Texts, useTexts } from '../../translations';
import { parseTypedNumber } from '../common';
import { describeResumption, nameStatements } from './describeResumption';
import styles from './TaskActions.module.css';

type Choice = 'first' | 'after' | 'other';

/** @internal */
export interface ResumeStartProps {
  task: Task;
  advice: ResumeAdvice;
  /** The number of a statement; undefined until there is one. */
  start: number | undefined;
  onChange: (start: number | undefined) => void;
  /** Called when the person goes to look at the statements. */
  onLeave: () => void;
}

/**
 * Where a task is resumed: where it is safe, if that is known, and otherwise where the person says.
 *
 * @internal
 */
export function ResumeStart(props: ResumeStartProps) {
  const t = useTexts();
  const { advice, start, onChange } = props;
  const resumption =
    start === undefined ? undefined : describeResumption(advice, start, t);
  return (
    <>
      {advice.fromStatement === undefined && advice.unknown ? (
        <UnknownStart {...props} unknown={advice.unknown} />
      ) : (
        <StatementField
          {...props}
          label={t('resume.start.field')}
          first={advice.fromStatement}
          onChange={onChange}
        />
      )}
      <p
        className={styles.meaning}
        data-tone={resumption?.isSafe ? 'safe' : 'warning'}
        aria-live="polite"
      >
        {resumption?.meaning}
      </p>
    </>
  );
}

function UnknownStart(
  props: ResumeStartProps & { unknown: { from: number; to: number } },
) {
  const t = useTexts();
  const { task, advice, unknown, onChange, onLeave } = props;
  const [choice, setChoice] = useState<Choice>();
  const links = useTaskCenterLinks();
  const count = unknown.to - unknown.from + 1;
  const isOne = count === 1;
  const after = advice.neverSentFrom;
  const isRestLeft = after <= (task.totalStatements ?? 0);

  const choose = (next: Choice) => {
    const starts = { first: unknown.from, after, other: undefined };
    setChoice(next);
    onChange(starts[next]);
  };

  return (
    <>
      <Alert
        status="warning"
        icon
        title={t('resume.unknown.title', {
          statements: nameStatements(unknown.from, unknown.to, t),
        })}
        description={
          <>
            {t('resume.unknown.look', { count })}{' '}
            {isRestLeft &&
              `${t('resume.unknown.neverSent', { statement: after })} `}
            <Link href={links.statements(task.id, 'unknown')} onPress={onLeave}>
              {t('resume.unknown.show', { count })}
            </Link>
          </>
        }
      />
      <RadioGroup
        label={t('resume.start')}
        value={choice ?? null}
        onChange={value => choose(value as Choice)}
      >
        <Radio value="first">
          {t(isOne ? 'resume.start.first' : 'resume.start.firstOfThem', {
            statement: unknown.from,
          })}
        </Radio>
        {isRestLeft && (
          <Radio value="after">
            {t(isOne ? 'resume.start.after' : 'resume.start.afterThem', {
              statement: after,
            })}
          </Radio>
        )}
        <Radio value="other">{t('resume.start.other')}</Radio>
      </RadioGroup>
      {choice === 'other' && (
        <StatementField
          {...props}
          label={t('resume.start.other.field')}
          onChange={onChange}
        />
      )}
    </>
  );
}

function StatementField(props: {
  task: Task;
  label: string;
  /** What stands there at first. */
  first?: number;
  onChange: (start: number | undefined) => void;
}) {
  const t = useTexts();
  const { task, label, first, onChange } = props;
  const [text, setText] = useState(first === undefined ? '' : String(first));
  const last = task.totalStatements;
  const problem = checkStatement(text, last, t);
  return (
    <TextField
      className={styles.statement}
      label={label}
      description={last ? t('resume.start.range', { last }) : undefined}
      name="fromStatement"
      inputMode="numeric"
      value={text}
      onChange={next => {
        setText(next);
        onChange(
          checkStatement(next, last, t) ? undefined : parseTypedNumber(next),
        );
      }}
      validationBehavior="aria"
      validate={() => (text.trim() ? problem : undefined)}
    />
  );
}

function checkStatement(
  text: string,
  last: number | undefined,
  t: Texts,
): string | undefined {
  const value = parseTypedNumber(text);
  if (value === undefined || !Number.isInteger(value) || value < 1) {
    return t('resume.start.noNumber');
  }
  return last !== undefined && value > last
    ? t('resume.start.tooLarge', { last })
    : undefined;
}
