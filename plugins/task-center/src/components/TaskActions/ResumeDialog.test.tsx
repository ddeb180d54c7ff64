import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ResumeAdvice, Task } from 'backstage-plugin-task-center-common';
import {
  createTask,
  createTaskCenterMock,
  renderWithTaskCenter,
} from '../../__testUtils__';
import { TaskPage } from '../TaskDetails';

const SHA = '9f2c'.repeat(16);

const UNKNOWN: ResumeAdvice = {
  unknown: { from: 1_205, to: 1_212 },
  neverSentFrom: 1_213,
  reason: 'Whether statements 1205 to 1212 took effect is not known.',
  scriptSha256: SHA,
  repeated: [],
  lost: [],
};

async function openDialog(advice: ResumeAdvice, values: Partial<Task> = {}) {
  const user = userEvent.setup();
  const api = createTaskCenterMock([
    createTask({
      status: 'failed',
      actions: ['resume', 'runAgain'],
      ...values,
    }),
    createTask({ id: 't2', name: 'Second try' }),
  ]);
  api.getResumeAdvice.mockResolvedValue(advice);
  api.resumeTask.mockResolvedValue(createTask({ id: 't2' }));
  renderWithTaskCenter(<TaskPage taskId="t1" />, { api });
  await user.click(await screen.findByRole('button', { name: 'Resume…' }));
  const dialog = await screen.findByRole('dialog', { name: /Resume “/ });
  await within(dialog).findByText(
    advice.unknown ? /^Nobody knows/ : advice.reason,
  );
  const confirm = within(dialog).getByRole('button', { name: /^Resume/ });
  return { user, api, dialog, confirm };
}

const currentUrl = () => screen.getByLabelText('URL').textContent;

describe('the dialog to resume a task', () => {
  it('offers the statement from which it is safe, and says what another one means', async () => {
    const { user, api, dialog, confirm } = await openDialog({
      fromStatement: 7,
      neverSentFrom: 8,
      reason: 'Statement 7 failed, and all before it have run.',
      scriptSha256: SHA,
      repeated: [{ index: 1, line: 1, text: 'USE shop' }],
      lost: [{ index: 5, line: 9, text: 'SET @id = LAST_INSERT_ID()' }],
    });
    const field = within(dialog).getByRole('textbox', {
      name: 'Start from statement',
    });
    expect(field).toHaveValue('7');
    expect(dialog).not.toHaveTextContent('Safe');
    expect(dialog).toHaveTextContent(
      'Nothing runs twice and nothing is left out, but the rest of the script may miss what is gone',
    );
    expect(dialog).toHaveTextContent('what 1 statement left in it');
    expect(dialog).toHaveTextContent('#5, line 9SET @id = LAST_INSERT_ID()');
    expect(dialog).toHaveTextContent('#1, line 1USE shop');

    const meanings: [string, string][] = [
      ['4', 'Statements 4 to 6 run a second time.'],
      ['6', 'Statement 6 runs a second time.'],
      ['10', 'Statements 7 to 9 are left out.'],
    ];
    for (const [number, meaning] of meanings) {
      await user.clear(field);
      await user.type(field, number);
      expect(within(dialog).getByText(meaning)).toBeInTheDocument();
    }
    for (const nonsense of ['', '0', '1.5', '5,001', 'x']) {
      await user.clear(field);
      await user.type(field, nonsense || ' ');
      expect(confirm).toBeDisabled();
    }
    await user.clear(field);
    await user.type(field, '5');
    expect(dialog).not.toHaveTextContent('SET @id');

    api.resumeTask.mockRejectedValueOnce(
      new Error('The task ran another script than you mean'),
    );
    await user.click(confirm);
    expect(
      await within(dialog).findByText(
        'The task ran another script than you mean.',
      ),
    ).toBeInTheDocument();
    await user.type(field, '{Enter}');
    await waitFor(() => expect(currentUrl()).toBe('/task-center/tasks/t2'));
    expect(api.resumeTask).toHaveBeenLastCalledWith('t1', {
      fromStatement: 5,
      scriptSha256: SHA,
    });
  });

  it('lets the person choose where nobody knows, and nothing before that', async () => {
    const { user, api, dialog, confirm } = await openDialog(UNKNOWN);

    expect(
      within(dialog).getByText(
        'Nobody knows whether statements 1,205 to 1,212 took effect',
      ),
    ).toBeInTheDocument();
    for (const choice of within(dialog).getAllByRole('radio')) {
      expect(choice).not.toBeChecked();
    }
    expect(confirm).toBeDisabled();
    expect(
      within(dialog).getByRole('link', { name: 'Show them in the ledger' }),
    ).toHaveAttribute(
      'href',
      '/task-center/tasks/t1?tab=statements&state=unknown',
    );

    const choose = (name: RegExp) =>
      user.click(within(dialog).getByRole('radio', { name }));
    await choose(/From the first of them, 1,205 \(they may run twice\)/);
    expect(confirm).toHaveTextContent('Resume from statement 1,205');
    expect(dialog).toHaveTextContent(
      'Statements 1,205 to 1,212 may run twice.',
    );

    await choose(/From another statement/);
    expect(confirm).toBeDisabled();
    await user.type(
      within(dialog).getByRole('textbox', { name: 'Statement' }),
      '1208',
    );
    expect(dialog).toHaveTextContent(
      'Statements 1,208 to 1,212 may run twice, and statements 1,205 to 1,207 may be left out.',
    );

    await choose(
      /After the last that may have been sent.*\(they may be left out\)/,
    );
    expect(dialog).toHaveTextContent(
      'Statements 1,205 to 1,212 may be left out.',
    );
    await user.click(confirm);
    await waitFor(() => expect(currentUrl()).toBe('/task-center/tasks/t2'));
    expect(api.resumeTask).toHaveBeenCalledWith('t1', {
      fromStatement: 1_213,
      scriptSha256: SHA,
    });
  });

  it('does not offer to go on where everything may have been sent', async () => {
    const { dialog } = await openDialog(UNKNOWN, { totalStatements: 1_212 });
    expect(
      within(dialog)
        .getAllByRole('radio')
        .map(radio => radio.closest('label')!.textContent),
    ).toEqual([
      'From the first of them, 1,205 (they may run twice)',
      'From another statement',
    ]);
  });

  it('says why there is nothing to resume', async () => {
    const { dialog, confirm } = await openDialog(
      { ...UNKNOWN, unknown: undefined, reason: 'Another task went on.' },
      { resumedBy: ['t2'] },
    );
    expect(
      await within(dialog).findByRole('link', { name: 'Second try' }),
    ).toHaveAttribute('href', '/task-center/tasks/t2');
    expect(within(dialog).queryByRole('textbox')).toBeNull();
    expect(confirm).toBeDisabled();
  });
});
