import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  createTaskCenterMock,
  renderWithTaskCenter,
} from '../../__testUtils__';
import { ConfirmDialog } from './ConfirmDialog';

it('stays until it is known what came of the deed', async () => {
  let fail = (_: Error) => {};
  const onConfirm = () =>
    new Promise<void>((_, reject) => {
      fail = reject;
    });
  const onClose = jest.fn();
  renderWithTaskCenter(
    <ConfirmDialog
      title="Delete it?"
      confirmLabel="Delete"
      onConfirm={onConfirm}
      onClose={onClose}
    >
      It is gone for good.
    </ConfirmDialog>,
    { api: createTaskCenterMock([]) },
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
  await userEvent.keyboard('{Escape}');
  expect(screen.getByRole('button', { name: 'Cancel' })).toBeDisabled();
  expect(onClose).not.toHaveBeenCalled();

  fail(new Error('Somebody holds it.'));
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'Somebody holds it.',
  );
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
});
