import { createTestDatabases } from '../../__testUtils__/createTestDatabases';
import { BY_NAME, createViewsTest } from './__testUtils__/createViewsTest';

const databases = createTestDatabases();
jest.setTimeout(60_000);

const ROWS = 30_000;
const ADA = 'user:default/ada';
const GRACE = 'user:default/grace';

describe.each(databases.eachSupportedId())(
  'who waits for a view, in %p',
  databaseId => {
    /** A view that is being made, and has stored something already. */
    async function setUp(waiters: (string | undefined)[]) {
      const test = await createViewsTest(await databases.init(databaseId));
      const result = await test.putNames(ROWS);
      const views = test.createViews({ runBytes: 100_000 });
      const ids = new Set<string>();
      for (const waiter of waiters) {
        ids.add((await views.create(result, BY_NAME, waiter)).view.id);
      }
      const [id] = ids;
      while ((await test.viewStreams()).length < 3) {
        await new Promise(resolve => setTimeout(resolve, 5));
      }
      return { ...test, result, views, id };
    }

    it('ends what nobody waits for, and leaves nothing of it', async () => {
      const { views, result, id, viewStreams, knex } = await setUp([ADA]);
      await views.leave(result, id, ADA);
      await expect(views.get(result, id)).rejects.toThrow('is gone');
      await expect(views.leave(result, id, ADA)).rejects.toThrow('is gone');
      await views.stop();
      expect(await viewStreams()).toEqual([]);
      expect(await knex('result_view_waiters')).toEqual([]);
    });

    it('goes on while somebody else waits', async () => {
      const { views, result, id, ended } = await setUp([ADA, GRACE]);
      await views.leave(result, id, ADA);
      expect(await ended(views, result, id)).toMatchObject({
        state: 'ready',
        rowCount: ROWS,
      });
      await views.leave(result, id, GRACE);
      expect(await views.get(result, id)).toMatchObject({ state: 'ready' });
    });

    it('notes who asks how far it is', async () => {
      const { views, result, id, knex } = await setUp([ADA]);
      while ((await knex('result_view_waiters')).length < 2) {
        await views.get(result, id, GRACE);
        await new Promise(resolve => setTimeout(resolve, 5));
      }
      await views.leave(result, id, ADA);
      expect(await views.get(result, id)).toMatchObject({ id });
      await views.leave(result, id, GRACE);
      await expect(views.get(result, id)).rejects.toThrow('is gone');
      await views.stop();
    });

    it('does not count who has not asked for long', async () => {
      const { views, result, id, knex } = await setUp([ADA, GRACE]);
      await knex('result_view_waiters')
        .where({ caller: GRACE })
        .update({ asked_at: knex.raw('asked_at - 100000') });
      await views.leave(result, id, ADA);
      await expect(views.get(result, id)).rejects.toThrow('is gone');
      await views.stop();
    });
  },
);
