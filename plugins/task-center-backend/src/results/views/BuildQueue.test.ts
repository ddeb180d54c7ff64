import { BuildQueue } from './BuildQueue';

describe('BuildQueue', () => {
  function setUp() {
    const begun: string[] = [];
    const end = new Map<string, () => void>();
    const queue = BuildQueue.create({
      atOnce: 2,
      work: async (id, signal) => {
        begun.push(id);
        await new Promise<void>(resolve => {
          end.set(id, resolve);
          signal.addEventListener('abort', () => resolve());
        });
      },
    });
    const settled = () => new Promise(resolve => setImmediate(resolve));
    return { begun, end, queue, settled };
  }

  it('does so many things at once, in order, each once', async () => {
    const { begun, end, queue, settled } = setUp();
    ['a', 'b', 'c', 'a', 'd', 'c'].forEach(id => queue.add(id));
    expect(begun).toEqual(['a', 'b']);
    end.get('b')!();
    await settled();
    expect(begun).toEqual(['a', 'b', 'c']);
    end.get('a')!();
    end.get('c')!();
    await settled();
    queue.add('a');
    expect(begun).toEqual(['a', 'b', 'c', 'd', 'a']);
  });

  it('ends what is under way when it is stopped, and begins nothing', async () => {
    const { begun, queue } = setUp();
    ['a', 'b', 'c'].forEach(id => queue.add(id));
    await queue.stop();
    queue.add('d');
    expect(begun).toEqual(['a', 'b']);
  });
});
