import { FlushPace } from './FlushPace';

describe('FlushPace', () => {
  it('lets answers share a flush only while statements are short', () => {
    const pace = FlushPace.create();
    expect(pace.flushEvery).toBe(1);
    pace.note(256, 20);
    expect(pace.flushEvery).toBeGreaterThan(1);
    pace.note(256, 400);
    expect(pace.flushEvery).toBe(1);
    pace.note(8, 1);
    expect(pace.flushEvery).toBeGreaterThan(1);
    // Not a single one was answered.
    pace.note(0, 1);
    expect(pace.flushEvery).toBe(1);
  });
});
