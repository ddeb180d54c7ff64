import { ReactNode } from 'react';
import { act, renderHook } from '@testing-library/react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { taskChanges } from '../api/taskChanges';
import { useTaskChanges } from './useTaskChanges';

describe('useTaskChanges', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  function setUp(signals?: object) {
    const listeners = new Map<string, () => void>();
    const api = signals ?? {
      subscribe: (channel: string, listener: () => void) => {
        listeners.set(channel, listener);
        return { unsubscribe: () => listeners.delete(channel) };
      },
    };
    const wrapper = ({ children }: { children: ReactNode }) => (
      <TestApiProvider apis={[[signalApiRef, api as any]]}>
        {children}
      </TestApiProvider>
    );
    const polled = { refresh: jest.fn(), look: jest.fn() };
    const { unmount } = renderHook(() => useTaskChanges(polled, 5_000), {
      wrapper,
    });
    const signal = () => act(() => listeners.get('task-center')?.());
    const pass = (ms: number) => act(() => jest.advanceTimersByTime(ms));
    return { ...polled, signal, pass, listeners, unmount };
  }

  it('looks soon after a signal, and then once in a while', () => {
    const { look, refresh, signal, pass } = setUp();
    signal();
    signal();
    pass(600);
    expect(look).toHaveBeenCalledTimes(1);

    signal();
    pass(4_000);
    expect(look).toHaveBeenCalledTimes(1);
    pass(1_000);
    expect(look).toHaveBeenCalledTimes(2);
    expect(refresh).not.toHaveBeenCalled();
  });

  it('loads at once what this tab has done, also when a signal is on its way', () => {
    const { look, refresh, signal, pass } = setUp();
    signal();
    pass(600);
    signal();
    act(() => taskChanges.tell());
    act(() => taskChanges.tell());
    pass(150);
    expect(refresh).toHaveBeenCalledTimes(1);
    pass(60_000);
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('leaves signals alone while nobody looks', () => {
    const { look, signal, pass } = setUp();
    jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    signal();
    pass(60_000);
    expect(look).not.toHaveBeenCalled();
  });

  it('ends with what uses it', () => {
    const { look, signal, pass, listeners, unmount } = setUp();
    signal();
    unmount();
    expect(listeners.size).toBe(0);
    pass(60_000);
    expect(look).not.toHaveBeenCalled();
  });

  it('does without signals that cannot be had', () => {
    const { refresh, pass } = setUp({
      subscribe() {
        throw new TypeError('crypto.randomUUID is not a function');
      },
    });
    act(() => taskChanges.tell());
    pass(150);
    expect(refresh).toHaveBeenCalledTimes(1);
  });
});
