import { Alert, Button } from '@backstage/ui';
import { useTexts } from '../../translations';
import { describeError } from '../common';

/**
 * Says that rows could not be loaded while others are still there to be seen.
 *
 * @internal
 */
export function PageErrorBar(props: {
  error: Error | undefined;
  onRetry(): void;
}) {
  const t = useTexts();
  const { error, onRetry } = props;
  return error ? (
    <Alert
      role="alert"
      status="danger"
      icon
      mb="2"
      title={t('sqlWindow.rows.failed')}
      description={describeError(error, t)}
      customActions={
        <Button variant="secondary" onPress={onRetry}>
          {t('common.tryAgain')}
        </Button>
      }
    />
  ) : null;
}
