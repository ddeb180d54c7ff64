import { NotFoundError } from '@backstage/errors';
import { deleteIfThere } from './deleteIfThere';

const deleteWith = (error?: object) =>
  deleteIfThere(
    { deleteTask: () => (error ? Promise.reject(error) : Promise.resolve()) },
    't1',
  );

describe('deleteIfThere', () => {
  it.each([
    ['is deleted', undefined],
    ['was gone already', new NotFoundError('No task t1')],
    ['was gone', { name: 'ResponseError', cause: { name: 'NotFoundError' } }],
  ])('has done it when the task %s', async (_, error) => {
    await expect(deleteWith(error)).resolves.toBeUndefined();
  });

  it('says why a task could not be deleted', async () => {
    const error = { name: 'ResponseError', cause: { name: 'ConflictError' } };
    await expect(deleteWith(error)).rejects.toBe(error);
  });
});
