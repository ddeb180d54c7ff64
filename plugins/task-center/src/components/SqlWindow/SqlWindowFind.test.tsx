import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { giveElementsSize } from '../../__testUtils__/giveElementsSize';
import {
  findCell,
  renderSqlWindow,
  SMALL,
  TOTAL,
} from './__testUtils__/renderSqlWindow';

giveElementsSize({ width: 900, height: 500 });

describe('finding in the SQL window', () => {
  it('goes to the field with Ctrl+F, and finds in all rows of a small set', async () => {
    renderSqlWindow({ listResults: async () => [SMALL] });
    await findCell(0, 0);
    await userEvent.keyboard('{Control>}f{/Control}');
    expect(screen.getByRole('searchbox', { name: 'Find' })).toHaveFocus();
    await userEvent.keyboard('name 150');
    expect(await screen.findByText('2 matches')).toBeInTheDocument();
    await userEvent.keyboard('{F3}{F3}');
    expect(screen.getByText('2 of 2')).toBeInTheDocument();
    expect(await findCell(1_499, 1)).toHaveAttribute('data-focus');
    await userEvent.keyboard('{Shift>}{F3}{/Shift}');
    expect(await findCell(149, 1)).toHaveAttribute('data-focus');
  });

  it('has the service look through a large one, a part at a time', async () => {
    const pages = [
      { items: [], nextRow: 400_000 },
      { items: [{ row: 500_000, column: 1 }], nextRow: 500_001 },
      { items: [{ row: 900_000, column: 1 }] },
    ];
    const api = renderSqlWindow({ findInResults: async () => pages.shift()! });
    await findCell(0, 0);
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Find in loaded rows' }),
      'rare',
    );
    expect(
      await screen.findByText('no match in 200 loaded rows; Enter for all'),
    ).toBeInTheDocument();

    await userEvent.keyboard('{Enter}');
    expect(
      await screen.findByText('1 of at least 1 (500,001 rows searched)'),
    ).toBeVisible();
    expect(await findCell(500_000, 1)).toHaveAttribute('data-focus');
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('2 of 2')).toBeVisible();
    expect(await findCell(900_000, 1)).toHaveAttribute('data-focus');
    expect(api.findInResults.mock.calls.map(call => call[2].from)).toEqual([
      0, 400_000, 500_001,
    ]);
    expect(TOTAL).toBeGreaterThan(900_000);
  });

  it('can be stopped, and says what went wrong', async () => {
    let attempts = 0;
    renderSqlWindow({
      findInResults: (_id, _set, { signal }) => {
        attempts += 1;
        return attempts > 1
          ? Promise.reject(new Error('Too busy'))
          : new Promise((_, reject) => {
              signal!.addEventListener('abort', () =>
                reject(new Error('stop')),
              );
            });
      },
    });
    await findCell(0, 0);
    await userEvent.type(screen.getByRole('searchbox'), 'rare');
    await screen.findByText('no match in 200 loaded rows; Enter for all');
    await userEvent.keyboard('{Enter}');
    expect(
      await screen.findByText('searching… 0 of 1,000,000 rows'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Stop searching' }),
    );
    expect(
      await screen.findByText('no match (0 rows searched)'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Next match' }));
    expect(await screen.findByText('Too busy.')).toBeInTheDocument();
  });
});
