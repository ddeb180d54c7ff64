import { Button, Radio, RadioGroup, TextField } from '@backstage/ui';
import { Connection } from 'backstage-plugin-task-center-common';
import { Texts, useTexts } from '../../translations';
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
  const t = useTexts();
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
        label={t('taskSettings.errorHandling')}
        description={
          form.transactionMode === 'script'
            ? t('taskSettings.errorHandling.hint')
            : undefined
        }
        value={errorHandlingOf(form)}
        onChange={value =>
          change({ errorHandling: value as TaskForm['errorHandling'] })
        }
      >
        <Radio value="abort">{t('taskSettings.errorHandling.abort')}</Radio>
        <Radio value="continue" isDisabled={form.transactionMode === 'script'}>
          {t('taskSettings.errorHandling.continue')}
        </Radio>
      </RadioGroup>
      <div className={styles.delimiter}>
        <TextField
          label={t('taskSettings.delimiter')}
          description={t('taskSettings.delimiter.hint')}
          name="delimiter"
          value={form.delimiter}
          onChange={delimiter => change({ delimiter })}
          validationBehavior="aria"
          validate={() => errors.delimiter}
        />
        <div
          className={styles.suggestions}
          role="group"
          aria-label={t('taskSettings.delimiter.common')}
        >
          {DELIMITERS.map(delimiter => (
            <Button
              key={delimiter}
              variant="tertiary"
              aria-label={t('taskSettings.delimiter.use', { delimiter })}
              onPress={() => change({ delimiter })}
            >
              {delimiter}
            </Button>
          ))}
        </div>
      </div>
      <TextField
        label={t('taskSettings.resultLimit')}
        description={describeResultLimit(connection, t)}
        name="resultLimit"
        inputMode="numeric"
        placeholder={
          resultRows &&
          t('taskSettings.default', {
            value: formatCount(resultRows.default, t),
          })
        }
        value={form.resultLimit}
        onChange={resultLimit => change({ resultLimit })}
        validationBehavior="aria"
        validate={() => errors.resultLimit}
      />
      <TimeoutField
        label={t('taskSettings.executionTimeout')}
        description={
          executionTimeoutSeconds
            ? t('taskSettings.executionTimeout.hint.limit', {
                time: formatSeconds(executionTimeoutSeconds.max, t),
              })
            : t('taskSettings.executionTimeout.hint')
        }
        name="executionTimeout"
        placeholder={
          executionTimeoutSeconds &&
          t('taskSettings.default', {
            value: formatSeconds(executionTimeoutSeconds.default, t),
          })
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
        label={t('taskSettings.statementTimeout')}
        description={t('taskSettings.statementTimeout.hint')}
        name="statementTimeout"
        placeholder={t('taskSettings.statementTimeout.none')}
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

function describeResultLimit(
  connection: Connection | undefined,
  t: Texts,
): string {
  if (!connection) {
    return t('taskSettings.resultLimit.hint');
  }
  const { resultRows, resultBytes } = connection.limits;
  return t('taskSettings.resultLimit.hint.limits', {
    rows: resultRows.max,
    size: formatBytes(resultBytes.resultSet, t),
    all: formatBytes(resultBytes.task, t),
  });
}
