import { Button, Radio, RadioGroup, TextField } from '@backstage/ui';
import { Connection } from 'backstage-plugin-task-center-common';
import { formatBytes, formatCount, formatSeconds } from '../common';
import { TimeoutField } from './TimeoutField';
import styles from './NewTaskPage.module.css';
import { errorHandlingOf, TaskForm } from './TaskForm';
import { TransactionModeField } from './TransactionModeField';
import { TaskFormErrors } from './validateTaskForm';

const DELIMITERS = [';', '//', '$$'];

/** @internal */
export interface SettingsFieldsProps {
  form: TaskForm;
  change(patch: Partial<TaskForm>): void;
  errors: TaskFormErrors;
  connection: Connection | undefined;
}

/**
 * How the script is run. What is left empty is the connection's default, which stands beside it.
 *
 * @internal
 */
export function SettingsFields(props: SettingsFieldsProps) {
  const { form, change, errors, connection } = props;
  const { resultRows, executionTimeoutSeconds } = connection?.limits ?? {};
  return (
    <div className={styles.settings}>
      <TransactionModeField
        value={form.transactionMode}
        onChange={transactionMode => change({ transactionMode })}
        dialect={connection?.dialect}
      />
      <RadioGroup
        label="Error handling"
        description={
          form.transactionMode === 'script'
            ? 'All or nothing stops at the first failure: after it, nothing takes effect.'
            : undefined
        }
        value={errorHandlingOf(form)}
        onChange={value =>
          change({ errorHandling: value as TaskForm['errorHandling'] })
        }
      >
        <Radio value="abort">Stop at the first failure</Radio>
        <Radio value="continue" isDisabled={form.transactionMode === 'script'}>
          Continue with the next statement
        </Radio>
      </RadioGroup>
      <div className={styles.delimiter}>
        <TextField
          label="Delimiter"
          description="What ends a statement"
          name="delimiter"
          value={form.delimiter}
          onChange={delimiter => change({ delimiter })}
          validationBehavior="aria"
          validate={() => errors.delimiter}
        />
        <div
          className={styles.suggestions}
          role="group"
          aria-label="Common delimiters"
        >
          {DELIMITERS.map(delimiter => (
            <Button
              key={delimiter}
              variant="tertiary"
              aria-label={`Use ${delimiter} as the delimiter`}
              onPress={() => change({ delimiter })}
            >
              {delimiter}
            </Button>
          ))}
        </div>
      </div>
      <TextField
        label="Query result limit"
        description={describeResultLimit(connection)}
        name="resultLimit"
        inputMode="numeric"
        placeholder={
          resultRows && `${formatCount(resultRows.default)} (default)`
        }
        value={form.resultLimit}
        onChange={resultLimit => change({ resultLimit })}
        validationBehavior="aria"
        validate={() => errors.resultLimit}
      />
      <TimeoutField
        label="Execution timeout"
        description={
          executionTimeoutSeconds
            ? `For the whole task, at most ${formatSeconds(
                executionTimeoutSeconds.max,
              )}`
            : 'For the whole task'
        }
        name="executionTimeout"
        placeholder={
          executionTimeoutSeconds &&
          `${formatSeconds(executionTimeoutSeconds.default)} (default)`
        }
        units={['minutes', 'hours']}
        value={form.executionTimeout}
        unit={form.executionTimeoutUnit}
        onChange={(executionTimeout, executionTimeoutUnit) =>
          change({ executionTimeout, executionTimeoutUnit })
        }
        error={errors.executionTimeout}
      />
      <TimeoutField
        label="Statement timeout"
        description="For each statement"
        name="statementTimeout"
        placeholder="none"
        units={['seconds', 'minutes', 'hours']}
        value={form.statementTimeout}
        unit={form.statementTimeoutUnit}
        onChange={(statementTimeout, statementTimeoutUnit) =>
          change({ statementTimeout, statementTimeoutUnit })
        }
        error={errors.statementTimeout}
      />
    </div>
  );
}

function describeResultLimit(connection: Connection | undefined): string {
  if (!connection) {
    return 'Rows kept of each result';
  }
  const { resultRows, resultBytes } = connection.limits;
  return `Rows kept of each result, at most ${formatCount(
    resultRows.max,
  )} and ${formatBytes(
    resultBytes.resultSet,
  )}; of all results of the task, ${formatBytes(resultBytes.task)}`;
}
