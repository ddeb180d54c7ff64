import { Alert } from '@backstage/ui';
import { useTexts } from '../../translations';
import { describeError } from '../common';
import { DraftLoss } from './taskDraft';

/**
 * Says what went wrong when the form was filled, kept or sent.
 *
 * @internal
 */
export function FormNotices(props: {
  error?: Error;
  copyError?: Error;
  loss?: DraftLoss;
}) {
  const { error, copyError, loss } = props;
  const t = useTexts();
  return (
    <>
      {error && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t('newTask.failed')}
          description={describeError(error)}
        />
      )}
      {copyError && (
        <Alert
          role="alert"
          status="warning"
          icon
          title={t('newTask.copyFailed')}
          description={describeError(copyError)}
        />
      )}
      {loss && (
        <Alert
          role="status"
          status="warning"
          icon
          title={t(`newTask.draft.loss.${loss}`)}
          description={t('newTask.draft.loss.hint')}
        />
      )}
    </>
  );
}
