import { setTimeout as delay } from 'node:timers/promises';
import { ProbeResult, SilenceWatch } from './SilenceWatch';

const TIMINGS = { silence: 60, onItsWay: 30, unreachable: 150 };

describe('SilenceWatch', () => {
  const watches: SilenceWatch[] = [];

  // Answers as listed, and with the last one from then on.
  const watch = (
    answers: (ProbeResult | 'unreachable' | 'never')[],
    lastHeard = () => 0,
  ) => {
    const lost: string[] = [];
    let probes = 0;
    watches.push(
      SilenceWatch.start({
        lastHeard,
        probe: async () => {
          const answer = answers[Math.min(probes++, answers.length - 1)];
          if (answer === 'unreachable') throw new Error('no route');
          return answer === 'never' ? new Promise(() => {}) : answer;
        },
        onLost: reason => lost.push(reason),
        timings: TIMINGS,
      }),
    );
    return { lost, probes: () => probes };
  };
  const until = async (condition: () => boolean) => {
    while (!condition()) await delay(5);
  };

  afterEach(() => {
    watches.forEach(each => each.stop());
  });

  it('asks nothing as long as something is heard', async () => {
    const { probes } = watch(['gone'], () => performance.now());
    await delay(5 * TIMINGS.silence);
    expect(probes()).toBe(0);
  });

  it('goes on asking while the server is busy', async () => {
    const { lost, probes } = watch(['busy']);
    await until(() => probes() >= 4);
    expect(lost).toEqual([]);
  });

  it.each<[ProbeResult, RegExp]>([
    ['idle', /answer of the server was lost/],
    ['gone', /does not have the session/],
  ])('believes it when the server says %s twice', async (answer, reason) => {
    const { lost, probes } = watch(['busy', answer]);
    await until(() => lost.length > 0);
    expect(probes()).toBe(3);
    await delay(3 * TIMINGS.silence);
    expect(lost).toEqual([expect.stringMatching(reason)]);
    expect(probes()).toBe(3);
  });

  it('does not believe it when something is heard meanwhile', async () => {
    let heard = 0;
    const { lost, probes } = watch(['idle'], () => heard);
    await until(() => probes() === 1);
    heard = performance.now();
    await until(() => probes() === 2);
    heard = performance.now();
    await until(() => probes() === 3);
    expect(lost).toEqual([]);
  });

  it('bears with a server that is out of reach for a while', async () => {
    const { lost, probes } = watch(['unreachable', 'unreachable', 'busy']);
    await until(() => probes() >= 5);
    expect(lost).toEqual([]);
  });

  it('bears with it for as long as something is heard', async () => {
    let heard = 0;
    const { lost, probes } = watch(['unreachable'], () => heard);
    for (let i = 1; i <= 4; i++) {
      await until(() => probes() >= 2 * i);
      heard = performance.now();
    }
    expect(lost).toEqual([]);
  });

  it.each(['unreachable', 'never'] as const)(
    'gives up when the question remains %s',
    async answer => {
      const { lost } = watch([answer]);
      await until(() => lost.length > 0);
      expect(lost[0]).toMatch(
        /network to the database is cut: nothing was heard for \d+ seconds/,
      );
    },
  );

  it('says nothing after it was stopped', async () => {
    const { lost, probes } = watch(['gone']);
    await until(() => probes() === 1);
    watches.at(-1)!.stop();
    await delay(3 * TIMINGS.silence);
    expect(lost).toEqual([]);
    expect(probes()).toBe(1);
  });
});
