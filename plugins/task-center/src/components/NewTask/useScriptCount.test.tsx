import { useLayoutEffect } from 'react';
import { MessageChannel } from 'node:worker_threads';
import { renderHook, waitFor } from '@testing-library/react';
import { ScriptCount } from './ScriptCount';
import { ScriptPart } from './ScriptPart';
import { useScriptCount } from './useScriptCount';

// Browsers have it, and jsdom has not.
Object.assign(globalThis, { MessageChannel });

describe('useScriptCount', () => {
  it('counts what is sent, however soon after a change that is', async () => {
    const settled: Promise<ScriptCount | undefined>[] = [];
    const { signal } = new AbortController();
    const { result, rerender } = renderHook(
      ({ parts, delimiter }: { parts: ScriptPart[]; delimiter: string }) => {
        const counted = useScriptCount(parts, { dialect: 'mysql', delimiter });
        const { settle } = counted;
        // As a key that is pressed before the other effects of what is shown.
        useLayoutEffect(() => {
          settled.push(settle(parts, signal));
        }, [settle, parts]);
        return counted;
      },
      {
        initialProps: { parts: [{ content: 'SELECT 1;' }], delimiter: ';' },
      },
    );
    const parts = [{ content: 'DROP TABLE a;DROP TABLE b;' }];
    rerender({ parts, delimiter: ';' });
    rerender({ parts, delimiter: '//' });
    rerender({ parts, delimiter: '' });

    const counts = await Promise.all(settled);
    expect(counts.map(count => count?.kinds)).toEqual([
      [['SELECT', 1]],
      [['DROP', 2]],
      [['DROP', 1]],
      undefined,
    ]);
    expect(result.current.count).toBeUndefined();

    rerender({ parts, delimiter: ';' });
    await waitFor(() => expect(result.current.count?.isFinished).toBe(true));
    expect(result.current).toMatchObject({
      count: { kinds: [['DROP', 2]] },
      isCounting: false,
    });
  });
});
