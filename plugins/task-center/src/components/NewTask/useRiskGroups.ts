import { Connection } from 'backstage-plugin-task-center-common';
import { findRiskGroups, ShownGroup } from './findRiskGroups';
import { ReadySubmission } from './ReadySubmission';
import { resultLimitOf } from './resultLimitOf';
import { TaskForm } from './TaskForm';
import { RowEstimates, useRowEstimates } from './useRowEstimates';
import { CountedScript } from './useScriptCount';
import { TaskFormErrors } from './validateTaskForm';

const NONE: RowEstimates = new Map();

/**
 * What stands out in the script: as the form is now, and as it was when it was to be sent.
 *
 * @internal
 */
export function useRiskGroups(options: {
  form: TaskForm;
  connection: Connection | undefined;
  counted: CountedScript;
  /** What is wrong with the form. */
  problems: TaskFormErrors;
}): {
  groups: ShownGroup[];
  groupsOf(submission: ReadySubmission): ShownGroup[];
} {
  const { form, connection, counted, problems } = options;
  const estimates = useRowEstimates(connection?.id, counted);
  const groups = findRiskGroups(counted.count, {
    isOneTransaction: form.transactionMode === 'script',
    estimates,
    resultLimit: resultLimitOf(form, connection, problems),
  });
  const groupsOf = (sent: ReadySubmission) => {
    const isAsNow =
      sent.count === counted.count && sent.connection.id === connection?.id;
    return findRiskGroups(sent.count, {
      isOneTransaction: sent.form.transactionMode === 'script',
      estimates: isAsNow ? estimates : NONE,
      resultLimit: resultLimitOf(sent.form, sent.connection, {}),
    });
  };
  return { groups, groupsOf };
}
