import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createPortal } from 'react-dom';
import { FocusLoop } from './FocusLoop';

function renderDialog() {
  render(
    <>
      <button>Before</button>
      <div role="dialog" tabIndex={-1}>
        <FocusLoop>
          <button disabled>Not now</button>
          <button>First</button>
          <a href="#second">Second</a>
          <button tabIndex={-1}>By arrow keys</button>
          {createPortal(<button>On top</button>, document.body)}
        </FocusLoop>
      </div>
      <button>After</button>
    </>,
  );
  screen.getByRole('dialog').focus();
}

const focused = () => document.activeElement?.textContent;

describe('FocusLoop', () => {
  it('keeps Tab among what the dialog holds', async () => {
    const user = userEvent.setup();
    renderDialog();
    const forward = [];
    for (let i = 0; i < 4; i++) {
      await user.tab();
      forward.push(focused());
    }
    expect(forward).toEqual(['First', 'Second', 'First', 'Second']);

    await user.tab({ shift: true });
    expect(focused()).toBe('First');
    await user.tab({ shift: true });
    expect(focused()).toBe('Second');
  });

  it('leads backwards from the dialog itself to its end', async () => {
    renderDialog();
    await userEvent.tab({ shift: true });
    expect(focused()).toBe('Second');
  });

  it('leaves the focus to what opens on top', () => {
    renderDialog();
    screen.getByRole('button', { name: 'On top' }).focus();
    expect(focused()).toBe('On top');
  });
});
