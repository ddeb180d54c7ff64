import { Alert, Button } from '@backstage/ui';
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
  const { error, onRetry } = props;
  return error ? (
    <Alert
      role="alert"
      status="danger"
      icon
      mb="2"
      title="Some rows could not be loaded"
      description={describeError(error)}
      customActions={
        <Button variant="secondary" onPress={onRetry}>
          Try again
        </Button>
      }
    />
  ) : null;
}
