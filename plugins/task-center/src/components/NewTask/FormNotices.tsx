import { Alert } from '@backstage/ui';
import { useTexts } from '../../translations';
import { describeError } from '../common';

/**
 * Says what went wrong when the form was filled or sent.
 *
 * @internal
 */
export function FormNotices(props: { error?: Error; copyError?: Error }) {
  const { error, copyError } = props;
  const t = useTexts();
  return (
    <>
      {error && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t('newTask.failed')}
          description={describeError(error, t)}
        />
      )}
      {copyError && (
        <Alert
          role="alert"
          status="warning"
          icon
          title={t('newTask.copyFailed')}
          description={describeError(copyError, t)}
        />
      )}
    </>
  );
}
