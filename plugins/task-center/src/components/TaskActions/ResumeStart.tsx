import { useState } from 'react';
import { Alert, Link, Radio, RadioGroup, TextField } from '@backstage/ui';
import { ResumeAdvice, Task } from 'backstage-plugin-task-center-common';
import { useTaskCenterLinks } from '../../hooks';
import { formatCount, parseTypedNumber } from '../common';
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
  const { advice, start, onChange } = props;
  const resumption =
    start === undefined ? undefined : describeResumption(advice, start);
  return (
    <>
      {advice.fromStatement === undefined && advice.unknown ? (
        <UnknownStart {...props} unknown={advice.unknown} />
      ) : (
        <StatementField
          {...props}
          label="Start from statement"
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
  const { task, advice, unknown, onChange, onLeave } = props;
  const [choice, setChoice] = useState<Choice>();
  const links = useTaskCenterLinks();
  const isOne = unknown.from === unknown.to;
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
        title={`Nobody knows whether ${nameStatements(
          unknown.from,
          unknown.to,
        )} took effect`}
        description={
          <>
            Look into the database for what became of {isOne ? 'it' : 'them'},
            then choose.{' '}
            {isRestLeft &&
              `Nothing from statement ${formatCount(after)} on was ever sent. `}
            <Link href={links.statements(task.id, 'unknown')} onPress={onLeave}>
              Show {isOne ? 'it' : 'them'} in the ledger
            </Link>
          </>
        }
      />
      <RadioGroup
        label="Start"
        value={choice ?? null}
        onChange={value => choose(value as Choice)}
      >
        <Radio value="first">
          {isOne
            ? `From statement ${formatCount(unknown.from)} (it may run twice)`
            : `From the first of them, ${formatCount(
                unknown.from,
              )} (they may run twice)`}
        </Radio>
        {isRestLeft && (
          <Radio value="after">
            {`After the last that may have been sent, from ${formatCount(
              after,
            )} (${isOne ? 'it' : 'they'} may be left out)`}
          </Radio>
        )}
        <Radio value="other">From another statement</Radio>
      </RadioGroup>
      {choice === 'other' && (
        <StatementField {...props} label="Statement" onChange={onChange} />
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
  const { task, label, first, onChange } = props;
  const [text, setText] = useState(first === undefined ? '' : String(first));
  const last = task.totalStatements;
  const problem = checkStatement(text, last);
  return (
    <TextField
      className={styles.statement}
      label={label}
      description={last ? `1 to ${formatCount(last)}` : undefined}
      name="fromStatement"
      inputMode="numeric"
      value={text}
      onChange={next => {
        setText(next);
        onChange(
          checkStatement(next, last) ? undefined : parseTypedNumber(next),
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
): string | undefined {
  const value = parseTypedNumber(text);
  if (value === undefined || !Number.isInteger(value) || value < 1) {
    return 'Write the number of a statement, 1 or more.';
  }
  return last !== undefined && value > last
    ? `The script has ${formatCount(last)} statements.`
    : undefined;
}
