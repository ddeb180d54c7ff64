import { mockServices } from '@backstage/backend-test-utils';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { applyMigrations, TaskRow } from '../database';
import { resultStream } from '../results';
import { logStream } from '../run';
import { ScriptStore } from '../scripts';
import { DatabaseSegmentStore, StreamId } from '../streams';
import { DatabaseTaskStore } from './DatabaseTaskStore';
import { TaskRetention } from './TaskRetention';

const databases = createTestDatabases();
const DAY = 24 * 3600 * 1000;

describe.each(databases.eachSupportedId())(
  'TaskRetention in %p',
  databaseId => {
    it('removes results, then tasks and unused scripts, when their time is over', async () => {
      const knex = await databases.init(databaseId);
      await applyMigrations(knex);
      const segments = DatabaseSegmentStore.create(knex);
      const scripts = ScriptStore.create({ knex, segments, maxBytes: 1_000 });
      const store = DatabaseTaskStore.create({ knex, segments, scripts });
      const put = async (stream: StreamId) => {
        const prepared = await segments.prepare(stream, [
          {
            number: 0,
            firstItem: 0,
            itemCount: 1,
            rawBytes: 1,
            dataBytes: 1,
            data: Buffer.from('x'),
          },
        ]);
        await segments.put(prepared);
      };
      const addTask = async (
        name: string,
        endedDaysAgo: number | undefined,
      ) => {
        const script = await scripts.save(
          [Buffer.from(name)],
          'user:default/a',
        );
        const { id } = await store.create({
          name,
          description: null,
          connection: 'shop',
          entity_ref: 'resource:default/shop-db',
          engine: 'mysql',
          created_by: 'user:default/a',
          delimiter: ';',
          result_limit: 1,
          error_handling: 'abort',
          transaction_mode: 'statement',
          execution_timeout_seconds: 1,
          statement_timeout_seconds: null,
          script_id: script.id,
          script_bytes: script.bytes,
          script_sha256: script.sha256,
        });
        await put(logStream(id));
        await put(resultStream(id, 1));
        const ended = endedDaysAgo !== undefined;
        await knex<TaskRow>('tasks')
          .where({ id })
          .update({
            status: ended ? 'completed' : 'running',
            finished_at: ended ? Date.now() - endedDaysAgo * DAY : null,
            result_sets: 1,
          });
        return id;
      };
      const ids = {
        running: await addTask('running', undefined),
        fresh: await addTask('fresh', 1),
        older: await addTask('older', 20),
        old: await addTask('old', 100),
      };
      const unused = await scripts.save(
        [Buffer.from('unused')],
        'user:default/a',
      );
      await knex('scripts')
        .where({ id: unused.id })
        .update({ created_at: Date.now() - 2 * DAY });

      // Somebody asks for it while what is to be removed has been found already.
      const kept = await addTask('kept', 100);
      jest.spyOn(store, 'findEnded').mockResolvedValueOnce([ids.old, kept]);
      jest
        .spyOn(store, 'findEndedWithResults')
        .mockResolvedValueOnce([ids.older, kept]);
      expect(await store.keepResults(kept, Date.now() + DAY)).toBe(true);

      await TaskRetention.create({
        store,
        scripts,
        logger: mockServices.logger.mock(),
        resultsMs: 14 * DAY,
        tasksMs: 90 * DAY,
      }).clean();

      const left = await knex<TaskRow>('tasks').orderBy('name');
      expect(left.map(task => [task.name, task.result_sets])).toEqual([
        ['fresh', 1],
        ['kept', 1],
        ['older', 0],
        ['running', 1],
      ]);
      const owners = await knex('segments').distinct('owner_id', 'stream');
      const streams = owners.map(row => `${row.owner_id} ${row.stream}`);
      expect(streams).toContain(`${ids.older} log`);
      expect(streams).not.toContain(`${ids.older} result/1`);
      expect(streams).toContain(`${ids.fresh} result/1`);
      expect(streams).toContain(`${kept} result/1`);
      expect(streams.some(entry => entry.startsWith(ids.old))).toBe(false);
      expect(streams.some(entry => entry.startsWith(unused.id))).toBe(false);
      expect(await knex('scripts')).toHaveLength(4);
    });
  },
);
