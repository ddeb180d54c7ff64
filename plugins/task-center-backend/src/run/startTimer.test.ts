import { startTimer } from './startTimer';

describe('startTimer', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('counts more than a timer of Node.js can', () => {
    const days = 24 * 3600 * 1000;
    const callback = jest.fn();
    startTimer(60 * days, callback);
    jest.advanceTimersByTime(59 * days);
    expect(callback).not.toHaveBeenCalled();
    jest.advanceTimersByTime(days);
    expect(callback).toHaveBeenCalledTimes(1);
  });

  it('can be stopped', () => {
    const callback = jest.fn();
    const stop = startTimer(1_000, callback);
    stop();
    jest.advanceTimersByTime(10_000);
    expect(callback).not.toHaveBeenCalled();
  });
});
