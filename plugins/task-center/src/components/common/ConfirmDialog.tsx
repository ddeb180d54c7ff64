import { ReactNode, useState } from 'react';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
} from '@backstage/ui';
import { describeError } from './ErrorPlaceholder';

/**
 * @internal
 */
export interface ConfirmDialogProps {
  title: string;
  /** What will happen, and what will not. */
  children: ReactNode;
  /** Names the deed, such as `Delete task`. */
  confirmLabel: string;
  /** Does the deed. When it fails, the dialog stays and says why. */
  onConfirm: () => Promise<void>;
  onClose: () => void;
}

/**
 * Asks before something that cannot be taken back.
 *
 * @internal
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, confirmLabel, onConfirm, onClose } = props;
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

  return (
    <Dialog isOpen onOpenChange={open => open || onClose()} width={480}>
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <Text as="p">{children}</Text>
        {error && (
          <Alert
            role="alert"
            status="danger"
            icon
            mt="3"
            title={describeError(error)}
          />
        )}
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button destructive isPending={isPending} onPress={confirm}>
          {confirmLabel}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
