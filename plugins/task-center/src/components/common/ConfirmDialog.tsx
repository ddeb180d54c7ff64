import { CSSProperties, FormEvent, ReactNode, useState } from 'react';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
} from '@backstage/ui';
import { useTexts } from '../../translations';
import { describeError } from './ErrorPlaceholder';

// The dark theme's own red has a contrast of 3.8:1 to its text, and WCAG asks for 4.5:1.
const READABLE = { '--bg-solid-danger': '#dc2626' } as CSSProperties;

/**
 * @internal
 */
export interface ConfirmDialogProps {
  title: string;
  /** What will happen, and what will not; fields to fill in. */
  children: ReactNode;
  /** Names the deed, such as `Delete task`. */
  confirmLabel: string;
  /** Default: true. */
  isDestructive?: boolean;
  /** Whether something has to be chosen first. */
  isConfirmDisabled?: boolean;
  /** In pixels. Default: 480. */
  width?: number;
  /** What it means that the deed has failed, behind which the dialog says why. */
  failure?: string;
  /** Does the deed. The dialog stays until it is done and, when it fails, says why. */
  onConfirm: () => Promise<void>;
  onClose: () => void;
}

/**
 * Asks before something that cannot be taken back. Enter in a field confirms.
 *
 * @internal
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useTexts();
  const { title, children, confirmLabel, onConfirm, onClose } = props;
  const { isDestructive = true, isConfirmDisabled, width = 480 } = props;
  const { failure = '' } = props;
  const [isPending, setIsPending] = useState(false);
  const [error, setError] = useState<Error>();

  const confirm = async () => {
    setIsPending(true);
    setError(undefined);
    try {
      await onConfirm();
      onClose();
    } catch (e) {
      setError(e as Error);
      setIsPending(false);
    }
  };

  // What comes of the deed would have nowhere to be said.
  const close = () => isPending || onClose();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isConfirmDisabled && !isPending) {
      confirm();
    }
  };

  return (
    <Dialog isOpen onOpenChange={open => open || close()} width={width}>
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <form onSubmit={submit}>
          {typeof children === 'string' ? (
            <Text as="p">{children}</Text>
          ) : (
            children
          )}
        </form>
        {error && (
          <Alert
            role="alert"
            status="danger"
            icon
            mt="3"
            title={`${failure} ${describeError(error, t)}`.trim()}
          />
        )}
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" isDisabled={isPending} onPress={close}>
          {t('common.cancel')}
        </Button>
        <Button
          destructive={isDestructive}
          style={isDestructive ? READABLE : undefined}
          isDisabled={isConfirmDisabled}
          isPending={isPending}
          onPress={confirm}
        >
          {confirmLabel}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
