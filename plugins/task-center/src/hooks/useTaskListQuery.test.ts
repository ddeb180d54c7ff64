import {
  TaskListQuery,
  parseTaskListQuery,
  writeTaskListQuery,
} from './useTaskListQuery';

const EVERYTHING: TaskListQuery = {
  connection: 'shop',
  status: ['running', 'failed'],
  mine: true,
  created: '7d',
  search: 'price & tax',
  orderBy: 'name',
  direction: 'asc',
  page: 3,
  pageSize: 50,
};

describe('the query of a list of tasks', () => {
  it('survives the URL', () => {
    const params = writeTaskListQuery(new URLSearchParams(), EVERYTHING);
    expect(parseTaskListQuery(new URLSearchParams(`${params}`))).toEqual(
      EVERYTHING,
    );
  });

  it('leaves what is usual out of the URL, and what is not its own in', () => {
    const usual = parseTaskListQuery(new URLSearchParams());
    const before = new URLSearchParams('task=t1&status=failed&page=4');

    expect(`${writeTaskListQuery(before, usual)}`).toBe('task=t1');
  });

  it('takes nonsense for what is usual', () => {
    const nonsense = new URLSearchParams(
      'status=odd&status=failed&created=ever&orderBy=size:up&page=-2&pageSize=1e9',
    );
    expect(parseTaskListQuery(nonsense)).toEqual({
      ...parseTaskListQuery(new URLSearchParams()),
      status: ['failed'],
    });
  });
});
