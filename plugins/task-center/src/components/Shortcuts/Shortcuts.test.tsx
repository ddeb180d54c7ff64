import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  createTaskCenterMock,
  renderWithTaskCenter,
} from '../../__testUtils__';
import { keyName } from './keyName';
import { SHORTCUTS } from './shortcuts';
import { ShortcutsButton } from './ShortcutsButton';

function renderShortcuts() {
  renderWithTaskCenter(
    <>
      <input aria-label="a field" />
      <ShortcutsButton />
    </>,
    { api: createTaskCenterMock([]) },
  );
}

describe('the keyboard shortcuts', () => {
  it('are listed by area when the question mark is pressed', async () => {
    renderShortcuts();
    await screen.findByRole('button', { name: 'Keyboard shortcuts' });
    await userEvent.keyboard('?');
    const dialog = await screen.findByRole('dialog', {
      name: 'Keyboard shortcuts',
    });
    const log = within(dialog).getByRole('region', { name: 'Task Logs' });
    expect(within(log).getAllByRole('term')).toHaveLength(SHORTCUTS.log.length);
    const copy = within(log).getByText('Copy the selected lines');
    expect(copy.nextElementSibling).toHaveTextContent('Ctrl+C');
    expect(
      [...copy.nextElementSibling!.querySelectorAll('kbd')].map(
        key => key.textContent,
      ),
    ).toEqual(['Ctrl', 'C']);

    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('are listed at the press of the button, and not where one types', async () => {
    renderShortcuts();
    const field = await screen.findByRole('textbox', { name: 'a field' });
    await userEvent.type(field, 'why?');
    expect(field).toHaveValue('why?');
    expect(screen.queryByRole('dialog')).toBeNull();

    await userEvent.click(
      screen.getByRole('button', { name: 'Keyboard shortcuts' }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('are not listed by the question mark where the person does not want it', async () => {
    renderShortcuts();
    const button = await screen.findByRole('button', {
      name: 'Keyboard shortcuts',
    });
    await userEvent.click(button);
    await userEvent.click(
      await screen.findByRole('checkbox', {
        name: 'The ? key shows this list',
      }),
    );
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('?');
    expect(screen.queryByRole('dialog')).toBeNull();

    await userEvent.click(button);
    await userEvent.click(await screen.findByRole('checkbox'));
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('?');
    expect(await screen.findByRole('dialog')).toBeVisible();
  });

  it('are written as on the keys of the computer', () => {
    expect(keyName('Mod', false)).toBe('Ctrl');
    expect(keyName('Mod', true)).toBe('⌘');
    expect(keyName('ArrowUp', true)).toBe('↑');
    expect(keyName('F3', false)).toBe('F3');
  });
});
