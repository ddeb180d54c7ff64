import { useState } from 'react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TaskStatement } from 'backstage-plugin-task-center-common';
import {
  createTask,
  createTaskCenterMock,
  renderWithTaskCenter,
} from '../../__testUtils__';
import { giveElementsSize } from '../../__testUtils__/giveElementsSize';
import { StatementTable } from './StatementTable';

giveElementsSize({ width: 900, height: 400 });

function statementAt(index: number): TaskStatement {
  return { index, line: index, text: `UPDATE ${index}`, state: 'pending' };
}

/** Each press of the button is a statement more that has run. */
function RunningTask() {
  const [done, setDone] = useState(0);
  return (
    <>
      <StatementTable
        task={createTask({ status: 'running', succeededStatements: done })}
      />
      <button onClick={() => setDone(done + 1)}>Run one</button>
    </>
  );
}

describe('the ledger of a task', () => {
  it('opens a statement by a press anywhere on its row, and by keyboard', async () => {
    const api = createTaskCenterMock([], {
      listStatements: async () => ({
        items: [statementAt(1), statementAt(2)],
        totalItems: 2,
      }),
    });
    renderWithTaskCenter(<StatementTable task={createTask()} />, { api });
    const button = await screen.findByRole('button', { name: 'UPDATE 2' });
    const [state] = screen.getAllByText('pending').slice(-1);

    await userEvent.click(state);
    expect(button).toHaveAttribute('aria-expanded', 'true');
    await userEvent.click(button);
    expect(button).toHaveAttribute('aria-expanded', 'false');
    button.focus();
    await userEvent.keyboard('{Enter}');
    expect(button).toHaveAttribute('aria-expanded', 'true');
  });

  it('keeps a statement open, wherever its place is by now', async () => {
    let pending = [1, 2, 3, 4];
    const api = createTaskCenterMock([], {
      listStatements: async () => ({
        items: pending.map(statementAt),
        totalItems: pending.length,
      }),
    });
    renderWithTaskCenter(<RunningTask />, { api, url: '/?state=pending' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'UPDATE 2' }),
    );
    const open = () =>
      screen
        .getAllByRole('button', { expanded: true })
        .map(({ textContent }) => textContent);
    expect(open()).toEqual(['UPDATE 2']);

    pending = [2, 3, 4];
    await userEvent.click(screen.getByRole('button', { name: 'Run one' }));
    expect(await screen.findByText('3 statements')).toBeInTheDocument();
    expect(open()).toEqual(['UPDATE 2']);
    expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '4');
    expect(screen.queryByText('UPDATE 1')).toBeNull();
  });
});
