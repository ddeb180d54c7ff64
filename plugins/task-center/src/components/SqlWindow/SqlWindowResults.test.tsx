import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { giveElementsSize } from '../../__testUtils__/giveElementsSize';
import {
  findCell,
  renderSqlWindow,
  RESULT_SETS,
} from './__testUtils__/renderSqlWindow';

giveElementsSize({ width: 900, height: 500 });

const actions = ['readResults', 'keepResults', 'dropResults'] as const;

describe('the results of a task', () => {
  beforeEach(() => localStorage.clear());

  it('are downloaded as the person wants them, which is remembered', async () => {
    renderSqlWindow({}, { resultBytes: 90_000_012 });
    expect(
      await screen.findByRole('link', { name: /Download Results/ }),
    ).toHaveTextContent('90 MB');
    const open = screen.getByRole('button', { name: 'Download with options' });
    await userEvent.click(open);
    const dialog = within(await screen.findByRole('dialog'));
    const link = () => dialog.findByRole('link', { name: 'Download' });
    expect(await link()).toHaveAttribute(
      'href',
      'http://portal.example/t1/1/download',
    );
    await userEvent.click(dialog.getByRole('button', { name: 'For Excel' }));
    await userEvent.type(
      dialog.getByRole('textbox', { name: 'Text for NULL' }),
      'nil',
    );
    await waitFor(async () =>
      expect(await link()).toHaveAttribute(
        'href',
        'http://portal.example/t1/1/download?bom=true&nullText=nil&neutralizeFormulas=true',
      ),
    );
    await userEvent.click(dialog.getByRole('radio', { name: /^All 2/ }));
    await userEvent.keyboard('{Escape}');

    await userEvent.click(open);
    const again = within(await screen.findByRole('dialog'));
    expect(again.getByRole('textbox', { name: 'Text for NULL' })).toHaveValue(
      'nil',
    );
  });

  it('are kept longer', async () => {
    const DAY = 86_400_000;
    const api = renderSqlWindow(
      {
        keepResults: jest.fn(),
        getResultUsage: async () => ({
          user: { storedBytes: 1_200_000_000, maxStoredBytes: 32_000_000_000 },
          overall: { storedBytes: 0, maxStoredBytes: 1 },
          retentionSeconds: 1_209_600,
          maxRetentionSeconds: 100 * 86_400,
        }),
      },
      {
        actions: [...actions],
        resultsExpireAt: new Date(Date.now() + 14 * DAY).toISOString(),
      },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: /^Kept until/ }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Keep longer…' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      await dialog.findByText('Your results take 1.2 GB of 32 GB, compressed.'),
    ).toBeInTheDocument();
    await userEvent.click(dialog.getByRole('radio', { name: /^90 days/ }));
    await userEvent.click(dialog.getByRole('button', { name: 'Keep them' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const [id, until] = api.keepResults.mock.lastCall!;
    expect(id).toBe('t1');
    expect(Date.parse(until)).toBeCloseTo(Date.now() + 90 * DAY, -5);
    expect(api.getTask).toHaveBeenCalledTimes(2);
  });

  it('are gone when they were dropped or their time was over', async () => {
    renderSqlWindow(
      { listResults: async () => [] },
      {
        resultSets: 0,
        resultsRemoved: {
          at: '2026-11-20T10:00:00.000Z',
          reason: 'expired',
        },
      },
    );
    expect(await screen.findByText('The results are gone')).toBeInTheDocument();
    expect(
      screen.getByText(/removed on 20 Nov 2026, when their time was over/),
    ).toBeInTheDocument();
  });

  it('say below the last row why they end there', async () => {
    renderSqlWindow({
      listResults: async () => [
        { ...RESULT_SETS[0], rowCount: 5, truncatedBy: 'user-quota' },
      ],
    });
    await findCell(4, 0);
    expect(
      screen.getByText(/^The rows end here because the results of ada/),
    ).toBeInTheDocument();
  });

  it('are looked at cell by cell', async () => {
    renderSqlWindow();
    await userEvent.dblClick(await findCell(0, 2));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('photo · row 1');
    expect(dialog).toHaveTextContent('blob · 2 bytes');
    expect(dialog).toHaveTextContent('00000000');
    await userEvent.keyboard('{Alt>}{ArrowDown}{ArrowDown}{/Alt}');
    expect(dialog).toHaveTextContent('photo · row 3');
    expect(dialog).toHaveTextContent('NULL');
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    expect(dialog).toHaveTextContent('name · row 3');
    expect(
      within(dialog).getByRole('button', { name: 'Cell below' }),
    ).toBeEnabled();
  });
});
