import { ConfigReader } from '@backstage/config';
import { readConnections } from './readConnections';

function read(connection: object) {
  return readConnections(
    new ConfigReader({
      taskCenter: { connections: { shop: connection as any } },
    }),
  );
}

const least = {
  engine: 'mysql',
  entityRef: 'Shop-DB',
  connection: { host: 'h' },
};

describe('readConnections', () => {
  it('fills in the defaults', () => {
    expect(read(least)).toEqual([
      {
        id: 'shop',
        title: 'shop',
        engine: 'mysql',
        entityRef: 'resource:default/shop-db',
        config: expect.anything(),
        maxConcurrentTasks: 2,
        limits: {
          resultRows: { default: 1_000, max: 10_000_000 },
          resultBytes: { resultSet: 8e9, task: 16e9 },
          executionTimeoutSeconds: { default: 172_800, max: 1_728_000 },
        },
      },
    ]);
    expect(readConnections(new ConfigReader({}))).toEqual([]);
  });

  it('takes what is given', () => {
    const [{ limits, maxConcurrentTasks }] = read({
      ...least,
      maxConcurrentTasks: 5,
      limits: {
        resultRows: { max: 10 },
        // What a task may take bounds what a result set may take.
        resultBytes: { task: 1_000_000 },
        executionTimeout: { default: { minutes: 1 }, max: '2h' },
      },
    });
    expect(maxConcurrentTasks).toBe(5);
    expect(limits).toEqual({
      resultRows: { default: 10, max: 10 },
      resultBytes: { resultSet: 1_000_000, task: 1_000_000 },
      executionTimeoutSeconds: { default: 60, max: 7_200 },
    });
  });

  it.each([
    [{ engine: undefined }, 'engine'],
    [{ entityRef: undefined }, 'entityRef'],
    [{ connection: undefined }, 'connection'],
    [{ maxConcurrentTasks: 0 }, 'maxConcurrentTasks must be a whole number'],
    [
      { limits: { resultRows: { default: 5, max: 4 } } },
      'resultRows.default is above',
    ],
    [{ limits: { executionTimeout: { max: 'soon' } } }, 'executionTimeout.max'],
  ])('refuses %j', (change, sentence) => {
    expect(() => read({ ...least, ...change })).toThrow(sentence);
  });
});
