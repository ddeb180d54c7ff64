import { LogMatches } from 'backstage-plugin-task-center-common';
import { FindPart, LogFinder } from './LogFinder';

const MATCHES = Array.from({ length: 20 }, (_, n) => 10 * n);
const LINES = 200;

/** Looks at a hundred lines in each request. */
async function find({
  from,
  to = LINES,
  limit,
}: FindPart): Promise<LogMatches> {
  const end = Math.min(to, from + 100);
  const found = MATCHES.filter(line => line >= from && line < end);
  return {
    items: found.slice(0, limit),
    blocks: found.length ? [{ from, to: end, count: found.length }] : [],
    cutLines: 0,
    nextLine: end,
    totalLines: LINES,
    complete: end === LINES,
  } as LogMatches;
}

function createFinder(startLine: number) {
  const visited: number[] = [];
  const finder = LogFinder.create({
    find,
    startLine,
    onChange: () => {},
    onGoTo: line => visited.push(line),
  });
  return { finder, visited };
}

describe('LogFinder', () => {
  it.each([
    ['on', [1], [100]],
    ['back', [-1], [100, 90]],
    ['on twice, and back', [1, 1, -1], [100, 110, 100]],
    ['back twice', [-1, -1], [100, 90, 80]],
  ] as const)(
    'goes %s from where one looks, before it is known what there is',
    async (_, steps, expected) => {
      const { finder, visited } = createFinder(100);
      await Promise.all(steps.map(by => finder.step(by)));
      expect(visited).toEqual(expected);
    },
  );

  it('goes on from the last match to the first one, and back', async () => {
    const { finder, visited } = createFinder(185);
    await finder.lookOn();
    await Promise.all([finder.step(1), finder.step(-1), finder.step(-1)]);
    expect(visited).toEqual([190, 0, 190, 180]);
  });

  it('holds to what it knows until it has looked through what has come', async () => {
    let length = 200;
    let answer = () => {};
    const finder = LogFinder.create({
      find: async ({ from, limit }) => {
        if (limit === 0) {
          await new Promise<void>(resolve => {
            answer = resolve;
          });
        }
        return {
          items: limit ? [from] : [],
          blocks: [{ from, to: length, count: length - from }],
          ...{ cutLines: 0, nextLine: length, complete: true },
        };
      },
      startLine: 0,
      onChange: () => {},
      onGoTo: () => {},
    });
    const known = () => [finder.count, finder.isComplete];
    const settle = () => new Promise(resolve => setTimeout(resolve));
    finder.lookOn();
    answer();
    await settle();
    expect(known()).toEqual([200, true]);

    finder.takeGrowth();
    expect(known()).toEqual([200, true]);
    length = 300;
    answer();
    // More has come while it was looking.
    finder.takeGrowth();
    await settle();
    expect(known()).toEqual([300, true]);
    length = 400;
    answer();
    await settle();
    expect(known()).toEqual([400, true]);
  });

  it('calls no count exact after a failure, and tries again with the next step', async () => {
    let length = 10;
    let failure: Error | undefined;
    const finder = LogFinder.create({
      find: async ({ from, limit }) => {
        if (failure) {
          throw failure;
        }
        return {
          items: limit ? Array.from({ length }, (_, i) => i) : [],
          blocks: [{ from, to: length, count: length - from }],
          ...{ cutLines: 0, nextLine: length, complete: true },
        };
      },
      startLine: 0,
      onChange: () => {},
      onGoTo: () => {},
    });
    await finder.lookOn();
    length = 30;
    failure = new Error('Gateway timeout');
    await finder.takeGrowth();
    expect(finder.error).toBe(failure);
    await finder.step(1);
    expect([finder.count, finder.isComplete]).toEqual([10, false]);

    failure = undefined;
    await finder.step(1);
    expect([finder.count, finder.isComplete]).toEqual([30, true]);
    expect(finder.error).toBeUndefined();
  });
});
