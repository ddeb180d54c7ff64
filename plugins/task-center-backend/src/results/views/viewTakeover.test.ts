import { createTestDatabases } from '../../__testUtils__/createTestDatabases';
import { BY_NAME, createViewsTest } from './__testUtils__/createViewsTest';
import { BuiltView, DatabaseResultViewStore, viewStream } from './store';

const databases = createTestDatabases();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())(
  'who builds a view, in %p',
  databaseId => {
    async function setUp(rowCount: number = 100) {
      const test = await createViewsTest(await databases.init(databaseId));
      const store = DatabaseResultViewStore.create({ ...test, maxPerTask: 5 });
      const result = await test.putNames(rowCount);
      const create = async () =>
        (await store.create({ taskId: 'a-task', resultSet: 1 }, BY_NAME)).view;
      const put = async (view: BuiltView) => {
        const segment = { number: 0, firstItem: 0, itemCount: 1, rawBytes: 1 };
        return test.segments.prepare(viewStream(view), [
          { ...segment, dataBytes: 1, data: Buffer.from('x') },
        ]);
      };
      const expire = () =>
        test.knex('result_views').update({ lease_expires_at: 1 });
      return { ...test, store, result, create, put, expire };
    }

    it('leaves a view to the one who builds it', async () => {
      const { store, create } = await setUp();
      const { id } = await create();
      const claims = await Promise.all([
        store.claim(id, 'one'),
        store.claim(id, 'two'),
      ]);
      expect(claims.filter(claim => claim)).toHaveLength(1);
      expect(await create()).toMatchObject({ id, isAbandoned: false });
    });

    it('takes over from a builder that is dead', async () => {
      const test = await setUp();
      const { store, segments, result } = test;
      const { id } = await test.create();
      const dead = (await store.claim(id, 'dead'))!;
      const left = await test.put(dead.view);
      await dead.save(transaction => segments.put(left, transaction));
      await test.expire();

      const views = test.createViews();
      expect(await test.ended(views, result, id)).toMatchObject({
        state: 'ready',
        rowCount: 100,
      });

      expect(await test.viewStreams()).toEqual([`view/${id}/2/rows`]);
      const late = dead.save(transaction => segments.put(left, transaction));
      await expect(late).rejects.toThrow('another backend builds it');
      await expect(dead.renew({ scannedRows: 1 })).rejects.toThrow(
        'another backend',
      );
      await expect(dead.release(async () => {})).rejects.toThrow(
        'another backend',
      );
      expect(await test.viewStreams()).toEqual([`view/${id}/2/rows`]);
    });

    it('gives up what was begun too often', async () => {
      const { store, create, expire, createViews, ended, result } =
        await setUp();
      const { id } = await create();
      for (let n = 0; n < 5; n++) {
        expect(await store.claim(id, 'dead')).toBeDefined();
        await expire();
      }
      expect(await ended(createViews(), result, id)).toMatchObject({
        state: 'failed',
        message: expect.stringContaining('begun 5 times'),
      });
    });

    it('stores nothing of a view that was removed', async () => {
      const test = await setUp();
      const { store, segments } = test;
      const { id } = await test.create();
      const claim = (await store.claim(id, 'one'))!;
      await store.removeUnused(-1);
      const prepared = await test.put(claim.view);
      const saved = claim.save(transaction =>
        segments.put(prepared, transaction),
      );
      await expect(saved).rejects.toThrow('is gone');
      expect(await test.viewStreams()).toEqual([]);
    });

    it('ends when the view is removed, and leaves nothing', async () => {
      const test = await setUp(30_000);
      const views = test.createViews({ runBytes: 100_000 });
      const { view } = await views.create(test.result, BY_NAME);
      while ((await test.viewStreams()).length < 3) {
        await new Promise(resolve => setTimeout(resolve, 5));
      }
      await test.store.removeUnused(-1);
      await expect(views.get(test.result, view.id)).rejects.toThrow('is gone');
      await views.stop();
      expect(await test.viewStreams()).toEqual([]);
    });

    it('leaves a view to others when it is stopped', async () => {
      const test = await setUp(30_000);
      const stopped = test.createViews({ runBytes: 100_000 });
      const { view } = await stopped.create(test.result, BY_NAME);
      while ((await test.viewStreams()).length < 3) {
        await new Promise(resolve => setTimeout(resolve, 5));
      }
      await stopped.stop();
      expect(await stopped.get(test.result, view.id)).toMatchObject({
        state: 'building',
      });
      expect(await test.viewStreams()).toEqual([]);

      const views = test.createViews();
      expect(await test.ended(views, test.result, view.id)).toMatchObject({
        state: 'ready',
        rowCount: 30_000,
      });
      expect(await test.viewStreams()).toEqual([`view/${view.id}/1/rows`]);
    });

    it('does not give up what was only stopped, however often', async () => {
      const test = await setUp();
      const { store, segments } = test;
      const { id } = await test.create();
      for (let n = 0; n < 6; n++) {
        const claim = (await store.claim(id, `stopped ${n}`))!;
        await claim.release(async () => {});
      }
      const stopped = (await store.claim(id, 'stopped'))!;
      const late = await test.put(stopped.view);
      await stopped.release(async () => {});
      const next = (await store.claim(id, 'next'))!;

      expect(next.view.attempt).toBe(stopped.view.attempt);
      await expect(
        stopped.save(transaction => segments.put(late, transaction)),
      ).rejects.toThrow('another backend builds it');
      expect(await test.viewStreams()).toEqual([]);
      await next.renew({ scannedRows: 1 });
    });
  },
);
