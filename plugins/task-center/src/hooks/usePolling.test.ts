import { act, renderHook } from '@testing-library/react';
import { usePolling } from './usePolling';

interface Answer {
  signal: AbortSignal;
  resolve: (value: string) => void;
  reject: (error: Error) => void;
}

function setUp(intervalMs: (data: string) => number | undefined) {
  const answers: Answer[] = [];
  const load = (signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      answers.push({ signal, resolve, reject });
    });
  const hook = renderHook(({ key }) => usePolling({ key, load, intervalMs }), {
    initialProps: { key: 'a' },
  });
  return { ...hook, answers };
}

function setHidden(hidden: boolean) {
  jest.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  act(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

describe('usePolling', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('loads again after the interval, until there is none', async () => {
    const { result, answers } = setUp(data =>
      data === 'last' ? undefined : 1_000,
    );
    expect(result.current).toMatchObject({ data: undefined, isStale: true });

    await act(async () => answers[0].resolve('first'));
    expect(result.current).toMatchObject({ data: 'first', isStale: false });

    act(() => jest.advanceTimersByTime(999));
    expect(answers).toHaveLength(1);
    act(() => jest.advanceTimersByTime(1));
    expect(answers).toHaveLength(2);

    await act(async () => answers[1].resolve('last'));
    act(() => jest.advanceTimersByTime(60_000));
    expect(answers).toHaveLength(2);
  });

  it('rests while the tab is hidden and catches up at once', async () => {
    const { answers } = setUp(() => 1_000);
    await act(async () => answers[0].resolve('first'));

    setHidden(true);
    act(() => jest.advanceTimersByTime(60_000));
    expect(answers).toHaveLength(1);

    setHidden(false);
    expect(answers).toHaveLength(2);
  });

  it('keeps old data while a new key loads, and drops late answers', async () => {
    const { result, rerender, answers } = setUp(() => undefined);
    await act(async () => answers[0].resolve('of a'));

    rerender({ key: 'b' });
    expect(result.current).toMatchObject({ data: 'of a', isStale: true });
    rerender({ key: 'c' });
    expect(answers[1].signal.aborted).toBe(true);

    await act(async () => answers[2].resolve('of c'));
    await act(async () => answers[1].resolve('of b'));
    expect(result.current).toMatchObject({ data: 'of c', isStale: false });
  });

  it('keeps its data when a load fails, tries again, and forgets the error', async () => {
    const { result, answers } = setUp(() => 1_000);
    await act(async () => answers[0].resolve('first'));
    act(() => jest.advanceTimersByTime(1_000));
    await act(async () => answers[1].reject(new Error('away')));

    expect(result.current.data).toBe('first');
    expect(result.current.error?.message).toBe('away');

    act(() => jest.advanceTimersByTime(5_000));
    await act(async () => answers[2].resolve('second'));
    expect(result.current).toMatchObject({ data: 'second', error: undefined });
  });

  it.each(['AuthenticationError', 'NotAllowedError', 'NotFoundError'])(
    'asks no more after a %s, until somebody wants it to',
    async name => {
      const { result, answers } = setUp(() => 1_000);
      await act(async () => answers[0].resolve('first'));
      act(() => jest.advanceTimersByTime(1_000));
      const refusal = Object.assign(new Error('no'), { cause: { name } });
      await act(async () => answers[1].reject(refusal));
      expect(result.current).toMatchObject({ data: 'first', error: refusal });

      act(() => jest.advanceTimersByTime(60_000));
      expect(answers).toHaveLength(2);

      act(() => {
        result.current.refresh();
      });
      await act(async () => answers[2].resolve('second'));
      expect(result.current).toMatchObject({
        data: 'second',
        error: undefined,
      });
      act(() => jest.advanceTimersByTime(1_000));
      expect(answers).toHaveLength(4);
    },
  );

  it('loads at once when asked, and not at all when it is gone', async () => {
    const { result, unmount, answers } = setUp(() => 1_000);
    await act(async () => answers[0].resolve('first'));

    act(() => {
      result.current.refresh();
    });
    expect(answers).toHaveLength(2);

    unmount();
    expect(answers[1].signal.aborted).toBe(true);
    await act(async () => answers[1].resolve('too late'));
    act(() => jest.advanceTimersByTime(60_000));
    expect(answers).toHaveLength(2);
  });

  it('looks in between, but behind a load that is under way', async () => {
    const { result, answers } = setUp(() => 10_000);
    act(() => result.current.look());
    act(() => result.current.look());
    expect(answers).toHaveLength(1);
    expect(answers[0].signal.aborted).toBe(false);

    await act(async () => answers[0].resolve('first'));
    act(() => jest.advanceTimersByTime(999));
    expect(answers).toHaveLength(1);
    act(() => jest.advanceTimersByTime(1));
    expect(answers).toHaveLength(2);

    await act(async () => answers[1].resolve('second'));
    act(() => jest.advanceTimersByTime(5_000));
    expect(answers).toHaveLength(2);
    act(() => result.current.look());
    expect(answers).toHaveLength(3);
    expect(result.current.data).toBe('second');
  });

  it('does not look at what was refused', async () => {
    const { result, answers } = setUp(() => 1_000);
    act(() => result.current.look());
    const refusal = new Error('No, thanks');
    await act(async () =>
      answers[0].reject(Object.assign(refusal, { name: 'NotAllowedError' })),
    );
    act(() => result.current.look());
    act(() => jest.advanceTimersByTime(60_000));
    expect(answers).toHaveLength(1);

    act(() => {
      result.current.refresh();
    });
    expect(answers).toHaveLength(2);
  });
});
