import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  StorageApi,
  StorageValueSnapshot,
} from '@backstage/frontend-plugin-api';
import {
  createTaskCenterMock,
  renderWithTaskCenter,
} from '../../../__testUtils__';
import { RESULT_SETS } from '../__testUtils__/renderSqlWindow';
import { ShownRows } from '../rows/useRowSource';
import { useFind } from './useFind';

/** As a portal has it that keeps settings in its backend. */
function createSlowStorage() {
  let listener: (snapshot: StorageValueSnapshot<any>) => void = () => {};
  const storage: StorageApi = {
    forBucket: () => storage,
    snapshot: key => ({ key, presence: 'unknown' }),
    remove: async () => {},
    set: async () => {},
    observe$: () =>
      ({
        subscribe: (next: typeof listener) => {
          listener = next;
          return { unsubscribe: () => {}, closed: false };
        },
      } as any),
  };
  const answer = (value: string) =>
    act(async () => listener({ key: 'any', presence: 'present', value }));
  return { storage, answer };
}

const SHOWN_ROWS = {
  rows: { key: 'paged', rowCount: 5_000, get: () => undefined },
  version: 1,
  isSmall: false,
} as unknown as ShownRows;
const SHOWN = [0];

function Scope() {
  const { scope, setScope } = useFind({
    taskId: 't1',
    resultSet: RESULT_SETS[0],
    shownRows: SHOWN_ROWS,
    shown: SHOWN,
    text: '',
    onGoTo: () => {},
  });
  return <button onClick={() => setScope('loaded')}>{scope}</button>;
}

describe('useFind', () => {
  it('looks where the person did before, also when that is known late', async () => {
    const { storage, answer } = createSlowStorage();
    const api = createTaskCenterMock([]);
    renderWithTaskCenter(<Scope />, { api, storage });
    const scope = await screen.findByRole('button', { name: 'loaded' });
    await answer('whole');
    expect(scope).toHaveTextContent('whole');
    await userEvent.click(scope);
    await answer('whole');
    expect(scope).toHaveTextContent('loaded');
  });
});
