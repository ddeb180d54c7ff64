import { PageCache, PageLoader } from './PageCache';

function numbersUpTo(total: number) {
  const requests: { offset: number; limit: number; signal: AbortSignal }[] = [];
  const load: PageLoader<number> = async request => {
    requests.push(request);
    await Promise.resolve();
    const length = Math.max(0, Math.min(request.limit, total - request.offset));
    return {
      items: Array.from({ length }, (_, i) => request.offset + i),
      totalItems: total,
    };
  };
  return { load, requests };
}

describe('PageCache', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('loads the pages in sight and no others', async () => {
    const { load, requests } = numbersUpTo(1_000_000);
    const cache = PageCache.create({ load, onChange: () => {}, pageSize: 100 });
    cache.setTotal(1_000_000);
    cache.start();
    cache.want(450_090, 450_110);
    await jest.advanceTimersByTimeAsync(100);

    expect(requests.map(r => r.offset)).toEqual([450_000, 450_100]);
    expect(cache.get(450_101)).toBe(450_101);
    expect(cache.get(0)).toBeUndefined();
  });

  it('gives up pages that went out of sight before they came', async () => {
    const { requests, load } = numbersUpTo(1000);
    const slow: PageLoader<number> = async request => {
      const page = await load(request);
      await new Promise(resolve => setTimeout(resolve, 1000));
      return page;
    };
    const cache = PageCache.create({
      load: slow,
      onChange: () => {},
      pageSize: 100,
    });
    cache.setTotal(1000);
    cache.start();
    cache.want(0, 10);
    await jest.advanceTimersByTimeAsync(100);
    cache.want(500, 510);
    await jest.advanceTimersByTimeAsync(2000);

    expect(requests[0].signal.aborted).toBe(true);
    expect(cache.get(0)).toBeUndefined();
    expect(cache.get(500)).toBe(500);
  });

  it('forgets the pages that were wanted longest ago', async () => {
    const { load } = numbersUpTo(1000);
    const cache = PageCache.create({
      load,
      onChange: () => {},
      pageSize: 10,
      maxPages: 3,
    });
    cache.setTotal(1000);
    cache.start();
    for (const first of [0, 10, 20, 0, 30]) {
      cache.want(first, first + 5);
      await jest.advanceTimersByTimeAsync(100);
    }

    expect([...cache.loaded()].map(([index]) => index)).toEqual([
      ...Array.from({ length: 10 }, (_, i) => i),
      ...Array.from({ length: 20 }, (_, i) => 20 + i),
    ]);
  });

  it('forgets what it was given, too, where nobody looks', async () => {
    const { load } = numbersUpTo(0);
    const cache = PageCache.create({
      load,
      onChange: () => {},
      pageSize: 10,
      maxPages: 3,
    });
    for (let offset = 0; offset < 100; offset += 5) {
      cache.put(offset, [offset, 1, 2, 3, 4]);
      cache.setTotal(offset + 5);
    }
    expect(cache.loadedCount).toBe(30);
    expect(cache.get(95)).toBe(95);
    expect(cache.get(65)).toBeUndefined();
  });

  it('reads the last page again when the list has grown', async () => {
    let total = 5;
    const load: PageLoader<number> = request =>
      numbersUpTo(total).load(request);
    const cache = PageCache.create({ load, onChange: () => {}, pageSize: 100 });
    cache.setTotal(5);
    cache.start();
    cache.want(0, 20);
    await jest.advanceTimersByTimeAsync(100);
    expect(cache.get(5)).toBeUndefined();

    total = 8;
    cache.setTotal(8);
    expect(cache.get(4)).toBe(4);
    await jest.advanceTimersByTimeAsync(100);
    expect(cache.get(7)).toBe(7);
  });

  it('asks on when the server answers with less than a page', async () => {
    const { load, requests } = numbersUpTo(100);
    const stingy: PageLoader<number> = request =>
      load({ ...request, limit: Math.min(request.limit, 30) });
    const cache = PageCache.create({
      load: stingy,
      onChange: () => {},
      pageSize: 100,
    });
    cache.setTotal(100);
    cache.start();
    cache.want(0, 10);
    await jest.advanceTimersByTimeAsync(100);

    expect(requests.map(r => r.offset)).toEqual([0, 30, 60, 90]);
    expect(cache.get(99)).toBe(99);
  });

  it('keeps the reason of a failure and tries again when asked to', async () => {
    let broken = true;
    const { load } = numbersUpTo(10);
    const cache = PageCache.create<number>({
      load: async request => {
        if (broken) {
          throw new Error('The backend is down');
        }
        return load(request);
      },
      onChange: () => {},
    });
    cache.setTotal(10);
    cache.start();
    cache.want(0, 5);
    await jest.advanceTimersByTimeAsync(100);
    expect(cache.error?.message).toBe('The backend is down');

    broken = false;
    cache.retry();
    await jest.advanceTimersByTimeAsync(100);
    expect(cache.error).toBeUndefined();
    expect(cache.get(3)).toBe(3);
  });
});
