import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  StorageApi,
  StorageValueSnapshot,
} from '@backstage/frontend-plugin-api';
import { createTaskCenterMock, renderWithTaskCenter } from '../__testUtils__';
import { useStored } from './useStored';

/** As a portal has it that keeps settings in its backend. */
function createSlowStorage() {
  let listener: (snapshot: StorageValueSnapshot<any>) => void = () => {};
  let saved = () => {};
  const storage: StorageApi = {
    forBucket: () => storage,
    snapshot: key => ({ key, presence: 'unknown' }),
    remove: async () => {},
    set: () =>
      new Promise(resolve => {
        saved = resolve;
      }),
    observe$: () =>
      ({
        subscribe: (next: typeof listener) => {
          listener = next;
          return { unsubscribe: () => {}, closed: false };
        },
      } as any),
  };
  const answer = (value: string | undefined) =>
    act(() =>
      listener(
        value === undefined
          ? { key: 'colour', presence: 'absent' }
          : { key: 'colour', presence: 'present', value },
      ),
    );
  return { storage, answer, save: () => act(async () => saved()) };
}

function Colour() {
  const [colour, setColour, isKnown] = useStored<string>('colour', 'grey');
  return (
    <button onClick={() => setColour('red')}>
      {isKnown ? colour : `${colour}?`}
    </button>
  );
}

async function render() {
  const { storage, ...portal } = createSlowStorage();
  renderWithTaskCenter(<Colour />, {
    api: createTaskCenterMock([]),
    storage,
  });
  return {
    ...portal,
    button: await screen.findByRole('button', { name: 'grey?' }),
  };
}

describe('useStored', () => {
  it('takes in what is answered later, and what changes elsewhere', async () => {
    const { button, answer } = await render();
    answer('blue');
    expect(button).toHaveTextContent(/^blue$/);
    answer('green');
    expect(button).toHaveTextContent(/^green$/);
    answer(undefined);
    expect(button).toHaveTextContent(/^grey$/);
  });

  it('keeps what the person chose before the answer came', async () => {
    const { button, answer, save } = await render();
    await userEvent.click(button);
    expect(button).toHaveTextContent(/^red$/);
    answer('blue');
    expect(button).toHaveTextContent(/^red$/);

    await save();
    answer('green');
    expect(button).toHaveTextContent(/^green$/);
  });
});
