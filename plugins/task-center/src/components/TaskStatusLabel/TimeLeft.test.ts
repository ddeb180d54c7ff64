import { TimeLeft } from './TimeLeft';

const SECOND = 1_000;

/** Looks every two seconds at a task of 10,000 statements. */
function watch(doneAt: (seconds: number) => number, seconds: number) {
  const left = TimeLeft.create();
  const told: (number | undefined)[] = [];
  for (let second = 0; second <= seconds; second += 2) {
    left.note(doneAt(second), 10_000, second * SECOND);
    told.push(left.tell(second * SECOND));
  }
  return { left, told };
}

describe('TimeLeft', () => {
  it('tells the time of a steady task once it has seen some of it', () => {
    const { told } = watch(second => 100 * second, 40);
    expect(told.slice(0, 3)).toEqual([undefined, undefined, undefined]);
    told.slice(3).forEach((ms, place) => {
      expect(ms).toBeCloseTo((100 - 2 * (place + 3)) * SECOND, 0);
    });
  });

  it('goes down between two looks', () => {
    const { left } = watch(second => 100 * second, 20);
    expect(left.tell(21 * SECOND)).toBeCloseTo(79 * SECOND, 0);
  });

  it('says nothing of a few statements, nor when one takes long', () => {
    const few = watch(second => Math.min(9, second), 60);
    expect(few.told.every(ms => ms === undefined)).toBe(true);

    const { left, told } = watch(second => 100 * Math.min(20, second), 60);
    expect(told[10]).toBeDefined();
    expect(told.at(-1)).toBeUndefined();
    expect(left.tell(600 * SECOND)).toBeUndefined();
  });

  it('begins anew behind a statement that took long', () => {
    const done = (second: number) =>
      second < 100 ? 100 * Math.min(20, second) : 2_000 + 50 * (second - 100);
    const { told } = watch(done, 140);
    expect(told[51]).toBeUndefined();
    expect(told.at(-1)).toBeCloseTo(120 * SECOND, -4);
  });

  it('says nothing any more of a task whose pace changes much', () => {
    const { told } = watch(
      second => (second < 20 ? 10 * second : 200 + 500 * (second - 20)),
      26,
    );
    expect(told[9]).toBeDefined();
    expect(told.at(-1)).toBeUndefined();
  });

  it('does not jump when the pace changes', () => {
    const { told } = watch(
      second => (second <= 30 ? 100 * second : 3_000 + 60 * (second - 30)),
      100,
    );
    const known = told.filter(ms => ms !== undefined);
    known.slice(1).forEach((ms, place) => {
      expect(Math.abs(ms - known[place])).toBeLessThan(10 * SECOND);
    });
    expect(told.at(-1)! / SECOND).toBeGreaterThan(40);
    expect(told.at(-1)! / SECOND).toBeLessThan(60);
  });

  it('never tells a time below zero', () => {
    const { left } = watch(second => 1_000 * second, 10);
    expect(left.tell(11 * SECOND)).toBe(0);
  });
});
