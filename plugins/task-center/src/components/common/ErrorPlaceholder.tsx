import { ReactNode } from 'react';
import { Button } from '@backstage/ui';
import { RiErrorWarningLine, RiLockLine } from '@remixicon/react';
import { useTexts } from '../../translations';
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
  if (isNotAllowed(error)) {
    return (
      <Placeholder
        icon={<RiLockLine />}
        title={t('common.error.notAllowed', { subject })}
        actions={actions}
      >
        {`${describeError(error)} ${t('common.error.askForAccess')}`}
      </Placeholder>
    );
  }
  return (
    <div role="alert">
      <Placeholder
        icon={<RiErrorWarningLine />}
        title={t('common.error.notLoaded', { subject })}
        actions={
          <>
            <Button variant="secondary" onPress={onRetry}>
              {t('common.tryAgain')}
            </Button>
            {actions}
          </>
        }
      >
        {describeError(error)}
      </Placeholder>
    </div>
  );
}

/** @internal */
export function isNotAllowed(error: Error): boolean {
  return errorNames(error).includes('NotAllowedError');
}

/** @internal */
export function isNotFound(error: Error): boolean {
  return errorNames(error).includes('NotFoundError');
}

/**
 * The sentence that the backend gave, without the words that the HTTP client wraps around it.
 *
 * @internal
 */
export function describeError(error: Error): string {
  const { body, cause } = error as {
    body?: { error?: { message?: string } };
    cause?: { message?: string };
  };
  const message = body?.error?.message || cause?.message || error.message;
  return /[.!?]$/.test(message) ? message : `${message}.`;
}

function errorNames(error: Error): (string | undefined)[] {
  return [error.name, (error as { cause?: { name?: string } }).cause?.name];
}
