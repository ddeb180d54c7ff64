import { screen } from '@testing-library/react';
import { ResultRowPage } from 'backstage-plugin-task-center-common';
import {
  createTask,
  createTaskCenterMock,
  renderWithTaskCenter,
} from '../../../__testUtils__';
import { giveElementsSize } from '../../../__testUtils__/giveElementsSize';
import { findCell, RESULT_SETS, rowAt } from '../__testUtils__/renderSqlWindow';
import { LoadingSqlWindow } from './LoadingSqlWindow';

giveElementsSize({ width: 900, height: 500 });

const ONE_ROW = { ...RESULT_SETS[0], rowCount: 1, truncated: false };

function open(other: Parameters<typeof createTaskCenterMock>[1]) {
  const api = createTaskCenterMock(
    [createTask({ status: 'completed', resultSets: 1 })],
    {
      listResults: async () => [ONE_ROW],
      getRows: async () => ({ items: [rowAt(0)], totalItems: 1 }),
      ...other,
    },
  );
  renderWithTaskCenter(<LoadingSqlWindow taskId="t1" />, { api });
  return api;
}

describe('opening the SQL window', () => {
  it('asks for everything at once, and for nothing twice', async () => {
    const api = open({});
    expect(api.getTask).toHaveBeenCalledTimes(1);
    expect(api.listResults).toHaveBeenCalledTimes(1);
    expect(api.getRows).toHaveBeenCalledWith('t1', 1, {
      offset: 0,
      limit: 200,
    });
    expect(await findCell(0, 1)).toHaveTextContent('name 1');
    expect(api.getTask).toHaveBeenCalledTimes(1);
    expect(api.listResults).toHaveBeenCalledTimes(1);
    expect(api.getRows).toHaveBeenCalledTimes(1);
  });

  it('asks again for what did not come, and says why it does not', async () => {
    const getRows = jest.fn(async (): Promise<ResultRowPage> => {
      throw new Error('The storage is away');
    });
    open({ getRows });
    expect(await screen.findByText(/The storage is away/)).toBeInTheDocument();
    expect(getRows).toHaveBeenCalledTimes(2);
  });
});
