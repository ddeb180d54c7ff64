import { ReactNode } from 'react';
import { act, renderHook } from '@testing-library/react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { TaskSignal } from 'backstage-plugin-task-center-common';
import { taskChanges } from '../api/taskChanges';
import { useTaskChanges } from './useTaskChanges';

describe('useTaskChanges', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  function setUp(options: { taskId?: string; hasSignals?: boolean } = {}) {
    const listeners = new Map<string, (message: TaskSignal) => void>();
    const signals = {
      subscribe: jest.fn((channel: string, listener: any) => {
        listeners.set(channel, listener);
        return { unsubscribe: () => listeners.delete(channel) };
      }),
    };
    const { taskId, hasSignals = true } = options;
    const wrapper = ({ children }: { children: ReactNode }) => (
      <TestApiProvider
        apis={[[signalApiRef, (hasSignals ? signals : undefined) as any]]}
      >
        {children}
      </TestApiProvider>
    );
    const onChange = jest.fn();
    const { unmount } = renderHook(
      () => useTaskChanges(onChange, { pauseMs: 5_000, taskId }),
      { wrapper },
    );
    const signal = (message: TaskSignal) =>
      act(() => listeners.get('task-center')?.(message));
    const pass = (ms: number) => act(() => jest.advanceTimersByTime(ms));
    return { onChange, signal, pass, signals, listeners, unmount };
  }

  it('does something soon after a signal, and then once in a while', () => {
    const { onChange, signal, pass } = setUp();
    signal({ taskIds: ['a'] });
    signal({ taskIds: ['b'] });
    pass(600);
    expect(onChange).toHaveBeenCalledTimes(1);

    signal({ taskIds: ['a'] });
    pass(4_000);
    expect(onChange).toHaveBeenCalledTimes(1);
    pass(1_000);
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('does it at once for what this tab has done, also behind a signal', () => {
    const { onChange, signal, pass } = setUp();
    signal({});
    pass(600);
    signal({});
    act(() => taskChanges.tell());
    pass(150);
    expect(onChange).toHaveBeenCalledTimes(2);
    pass(60_000);
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('goes by signals about its task and by those that name none', () => {
    const { onChange, signal, pass } = setUp({ taskId: 'a' });
    act(() => taskChanges.tell());
    signal({ taskIds: ['b', 'c'] });
    pass(60_000);
    expect(onChange).not.toHaveBeenCalled();
    signal({ taskIds: ['b', 'a'] });
    pass(60_000);
    expect(onChange).toHaveBeenCalledTimes(1);
    signal({});
    pass(60_000);
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('leaves signals alone while nobody looks', () => {
    const { onChange, signal, pass } = setUp();
    jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    signal({});
    pass(60_000);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('ends with what uses it', () => {
    const { onChange, signal, pass, listeners, unmount } = setUp();
    signal({});
    unmount();
    expect(listeners.size).toBe(0);
    pass(60_000);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('does without signals where there are none, or none can be had', () => {
    const { onChange, pass } = setUp({ hasSignals: false });
    act(() => taskChanges.tell());
    pass(150);
    expect(onChange).toHaveBeenCalledTimes(1);

    const refusing = {
      subscribe: () => {
        throw new TypeError('crypto.randomUUID is not a function');
      },
    };
    renderHook(() => useTaskChanges(onChange, { pauseMs: 1 }), {
      wrapper: ({ children }) => (
        <TestApiProvider apis={[[signalApiRef, refusing]]}>
          {children}
        </TestApiProvider>
      ),
    });
    act(() => taskChanges.tell());
    pass(150);
    expect(onChange).toHaveBeenCalledTimes(3);
  });
});
