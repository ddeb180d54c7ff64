import { useEffect } from 'react';
import { waitFor } from '@testing-library/react';
import {
  createTask,
  createTaskCenterMock,
  renderWithTaskCenter,
} from '../../../__testUtils__';
import { RESULT_SETS, rowAt } from '../__testUtils__/renderSqlWindow';
import { RowSource } from './RowSource';
import { useResultRows } from './useResultRows';

function InSight(props: { rows: RowSource; first: number }) {
  const { rows, first } = props;
  useEffect(() => rows.want(first, first + 20), [rows, first]);
  return null;
}

function View() {
  const { rows } = useResultRows('t1', RESULT_SETS[0]);
  return <InSight rows={rows} first={500_000} />;
}

describe('useResultRows', () => {
  it('asks for the rows that are in sight from the beginning', async () => {
    const api = createTaskCenterMock([createTask()], {
      getRows: async (_id, _set, { offset = 0, limit = 0 }) => ({
        items: Array.from({ length: limit }, (_, i) => rowAt(offset + i)),
        totalItems: 1_000_000,
      }),
    });
    renderWithTaskCenter(<View />, { api });
    await waitFor(() =>
      expect(api.getRows.mock.calls.map(call => call[2].offset)).toContain(
        500_000,
      ),
    );
  });
});
