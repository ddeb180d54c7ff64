import { ReactNode } from 'react';
import { Button } from '@backstage/ui';
import { RiErrorWarningLine, RiLockLine } from '@remixicon/react';
import { isNotAllowed, isNotSignedIn, isUnreachable } from '../../api';
import { Texts, useTexts } from '../../translations';
import { Placeholder } from './Placeholder';

/**
 * @internal
 */
export interface ErrorPlaceholderProps {
  error: Error;
  /** What could not be shown, such as `The tasks`. */
  subject: string;
  onRetry: () => void;
  /** Other ways out than to try again. */
  actions?: ReactNode;
}

/**
 * Stands in place of what could not be loaded.
 *
 * @internal
 */
export function ErrorPlaceholder(props: ErrorPlaceholderProps) {
  const t = useTexts();
  const { error, subject, onRetry, actions } = props;
  const ways = (
    <>
      <Button variant="secondary" onPress={onRetry}>
        {t('common.tryAgain')}
      </Button>
      {actions}
    </>
  );
  if (isNotSignedIn(error)) {
    return (
      <div role="alert">
        <Placeholder
          icon={<RiLockLine />}
          title={t('common.error.notSignedIn')}
          actions={
            <>
              <Button
                variant="primary"
                onPress={() => window.location.reload()}
              >
                {t('common.error.reload')}
              </Button>
              {ways}
            </>
          }
        >
          {t('common.error.signIn', { subject })}
        </Placeholder>
      </div>
    );
  }
  if (isNotAllowed(error)) {
    return (
      <Placeholder
        icon={<RiLockLine />}
        title={t('common.error.notAllowed', { subject })}
        actions={ways}
      >
        {`${describeError(error, t)} ${t('common.error.askForAccess')}`}
      </Placeholder>
    );
  }
  return (
    <div role="alert">
      <Placeholder
        icon={<RiErrorWarningLine />}
        title={t('common.error.notLoaded', { subject })}
        actions={ways}
      >
        {describeError(error, t)}
      </Placeholder>
    </div>
  );
}

/**
 * The sentence that the backend gave, without the words that the HTTP client wraps around it.
 *
 * @internal
 */
export function describeError(error: Error, t: Texts): string {
  if (isUnreachable(error)) {
    return t('common.error.unreachable');
  }
  const { body, cause } = error as {
    body?: { error?: { message?: string } };
    cause?: { message?: string };
  };
  const message = body?.error?.message || cause?.message || error.message;
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
