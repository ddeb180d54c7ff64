import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { inTimelyTransaction } from './inTimelyTransaction';

const databases = createTestDatabases();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())(
  'inTimelyTransaction in %p',
  databaseId => {
    it('commits what is done in time, and nothing of what was given up', async () => {
      const knex = await databases.init(databaseId);
      await knex.schema.createTable('t', table => {
        table.integer('id');
      });
      await inTimelyTransaction(knex, 10_000, async transaction => {
        await transaction('t').insert({ id: 1 });
      });

      let answer = () => {};
      const answered = new Promise<void>(resolve => {
        answer = resolve;
      });
      const late = inTimelyTransaction(knex, 200, async transaction => {
        await transaction('t').insert({ id: 2 });
        await answered;
      });
      await expect(late).rejects.toThrow('did not answer within 0.2 seconds');
      answer();

      await inTimelyTransaction(knex, 10_000, async transaction => {
        await transaction('t').insert({ id: 3 });
      });
      expect(await knex('t').orderBy('id').pluck('id')).toEqual([1, 3]);
    });
  },
);
