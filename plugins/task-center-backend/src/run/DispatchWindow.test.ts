import { DispatchWindow } from './DispatchWindow';

/** Sends statements that take so long each, and tells which windows were opened. */
function send(count: number, msEach: (statement: number) => number) {
  const window = DispatchWindow.create();
  const windows: { at: number; through: number; statement: number }[] = [];
  let now = 10_000;
  for (let statement = 1; statement <= count; statement++) {
    const through = window.open(statement, statement, now);
    if (through !== undefined) {
      windows.push({ at: now, through, statement });
    }
    now += msEach(statement);
  }
  return windows;
}

describe('DispatchWindow', () => {
  it('never lets a statement go that is behind the window', () => {
    const windows = send(10_000, statement => (statement % 97 ? 0.05 : 300));
    let through = 0;
    let next = 0;
    for (let statement = 1; statement <= 10_000; statement++) {
      if (windows[next]?.statement === statement) {
        through = windows[next].through;
        next += 1;
      }
      expect(through).toBeGreaterThanOrEqual(statement);
    }
  });

  it('grows with fast statements to about half a second of work', () => {
    const windows = send(50_000, () => 0.1);
    expect(windows.length).toBeLessThan(25);
    const last = windows[windows.length - 2];
    expect(last.through - last.statement + 1).toBe(5_000);
  });

  it('holds one statement when each takes long', () => {
    const windows = send(20, () => 60_000);
    expect(
      windows.map(({ through, statement }) => through - statement),
    ).toEqual(Array(20).fill(0));
  });

  it('shrinks when fast statements become slow: what is unknown is no older than a second', () => {
    const windows = send(5_000, statement => (statement < 3_000 ? 0.1 : 900));
    const slow = windows.filter(({ statement }) => statement > 3_010);
    for (const { through, statement } of slow) {
      expect(through - statement).toBeLessThan(2);
    }
  });
});
