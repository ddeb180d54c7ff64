import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Task } from 'backstage-plugin-task-center-common';
import {
  createTask,
  createTaskCenterMock,
  renderWithTaskCenter,
} from '../../__testUtils__';
import { useTaskActions } from './useTaskActions';

function Actions({ task }: { task: Task }) {
  const { actions, dialog } = useTaskActions({ onChanged: async () => {} });
  return (
    <>
      <button onClick={() => actions.requestAbort(task)}>Abort…</button>
      <button onClick={() => actions.requestDelete(task)}>Delete…</button>
      {dialog}
    </>
  );
}

describe('what can be done with a task', () => {
  it.each([
    [createTask({ status: 'running' }), /^The statement that runs now.*stays/],
    [
      createTask({ status: 'running', transactionMode: 'script' }),
      /^The statement that runs now.*is rolled back/,
    ],
    [createTask({ status: 'preparing' }), /^No statement of it has been sent/],
  ])('says what an abort means (%#)', async (task, text) => {
    const api = createTaskCenterMock([task]);
    renderWithTaskCenter(<Actions task={task} />, { api });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Abort…' }),
    );
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('says what was not done, and why', async () => {
    const task = createTask();
    const refuse = async () => {
      throw new Error('The database is away.');
    };
    const api = createTaskCenterMock([task], {
      abortTask: refuse,
      deleteTask: refuse,
    });
    renderWithTaskCenter(<Actions task={task} />, { api });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Abort…' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Abort task' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The task was not aborted and may still run. The database is away.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));

    await userEvent.click(screen.getByRole('button', { name: 'Delete…' }));
    await userEvent.click(screen.getByRole('button', { name: 'Delete task' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The task was not deleted. The database is away.',
    );
  });
});
