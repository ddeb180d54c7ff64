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
  it.each([
    EVERYTHING,
    {
      ...EVERYTHING,
      mine: false,
      creator: 'user:default/grace',
      created: undefined,
      createdAfter: '2026-11-22T08:00:00.000Z',
      createdBefore: '2026-11-22T09:00:00.000Z',
      orderBy: 'createdBy' as const,
    },
  ])('survives the URL', query => {
    const params = writeTaskListQuery(new URLSearchParams(), query);
    expect(parseTaskListQuery(new URLSearchParams(`${params}`))).toEqual(query);
  });

  it('leaves what is usual out of the URL, and what is not its own in', () => {
    const usual = parseTaskListQuery(new URLSearchParams());
    const before = new URLSearchParams('task=t1&status=failed&page=4');

    expect(`${writeTaskListQuery(before, usual)}`).toBe('task=t1');
  });

  it.each([
    'created=ever&createdAfter=x&orderBy=size:up&page=-2&pageSize=1e9',
    'connection=&createdBy=:&createdAfter=Jan 5 2024&createdBefore=-000200-01-01',
    'createdBy=//&createdAfter=20260231',
  ])('takes nonsense for what is usual: %s', text => {
    const nonsense = new URLSearchParams(`status=odd&status=failed&${text}`);
    expect(parseTaskListQuery(nonsense)).toEqual({
      ...parseTaskListQuery(new URLSearchParams()),
      status: ['failed'],
    });
  });

  it('asks for no page that there cannot be', () => {
    const { page } = parseTaskListQuery(new URLSearchParams('page=1e300'));
    expect(page).toBe(1_000_000);
  });
});
