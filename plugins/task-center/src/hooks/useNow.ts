import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = Date.now();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!timer) {
    timer = setInterval(tick, 1_000);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

function tick() {
  now = Date.now();
  listeners.forEach(listener => listener());
}

function getSnapshot(): number {
  if (!timer) {
    now = Date.now();
  }
  return now;
}

/**
 * The time in milliseconds, which moves once a second, at the same moment for all who ask.
 *
 * @internal
 */
export function useNow(): number {
  return useSyncExternalStore(subscribe, getSnapshot);
}
