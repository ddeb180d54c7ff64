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

  it('loads while one scrolls steadily, and not what one flies past', async () => {
    const { load, requests } = numbersUpTo(100_000);
    const cache = PageCache.create({ load, onChange: () => {}, pageSize: 100 });
    cache.setTotal(100_000);
    cache.start();
    cache.want(0, 10);
    await jest.advanceTimersByTimeAsync(100);
    const scroll = async (from: number, by: number) => {
      for (let frame = 0; frame < 19; frame++) {
        cache.want(from + frame * by, from + frame * by + 10);
        await jest.advanceTimersByTimeAsync(16);
      }
    };
    await scroll(0, 10);
    expect(requests.map(r => r.offset)).toEqual([0, 100]);
    await scroll(5_000, 400);
    expect(requests).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(100);
    expect(requests.map(r => r.offset)).toEqual([0, 100, 12_200]);
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

  it('learns from the answers how long the list is', async () => {
    const { load, requests } = numbersUpTo(250);
    const onChange = jest.fn();
    const cache = PageCache.create({
      ...{ load, onChange, pageSize: 100, isMeasured: true },
    });
    expect([cache.hasTotal, cache.total]).toEqual([false, 0]);
    cache.start();
    await jest.advanceTimersByTimeAsync(100);

    expect([cache.hasTotal, cache.total]).toEqual([true, 250]);
    expect(cache.get(99)).toBe(99);
    expect(requests).toHaveLength(1);
    expect(onChange).toHaveBeenCalled();
  });

  it('loads again what is in sight, and shows it until then', async () => {
    let state = 'old';
    let total = 300;
    const offsets: number[] = [];
    const cache = PageCache.create<string>({
      load: async ({ offset, limit }) => {
        offsets.push(offset);
        await new Promise(resolve => setTimeout(resolve, 1_000));
        const length = Math.max(0, Math.min(limit, total - offset));
        return { items: Array(length).fill(state), totalItems: total };
      },
      ...{ onChange: () => {}, pageSize: 100, isMeasured: true },
    });
    cache.start();
    cache.want(0, 150);
    await jest.advanceTimersByTimeAsync(3_000);
    expect(offsets).toEqual([0, 100]);

    state = 'new';
    cache.want(0, 10);
    cache.refresh();
    await jest.advanceTimersByTimeAsync(900);
    expect([cache.get(0), cache.get(150)]).toEqual(['old', 'old']);
    // While it is under way, what it brings may be outdated again.
    state = 'newest';
    cache.refresh();
    total = 50;
    await jest.advanceTimersByTimeAsync(3_000);
    expect(offsets).toEqual([0, 100, 0, 0]);
    expect([cache.get(0), cache.total]).toEqual(['newest', 50]);

    total = 300;
    cache.refresh();
    cache.want(100, 110);
    await jest.advanceTimersByTimeAsync(3_000);
    expect(cache.get(150)).toBe('old');
    cache.want(0, 10);
    await jest.advanceTimersByTimeAsync(3_000);
    cache.want(100, 110);
    await jest.advanceTimersByTimeAsync(3_000);
    expect(cache.get(150)).toBe('newest');
  });

  it('asks once for a page that several want an item of', async () => {
    const { load, requests } = numbersUpTo(1000);
    let isAway = true;
    const cache = PageCache.create<number>({
      load: async request => {
        const page = await load(request);
        await new Promise(resolve => setTimeout(resolve, 1_000));
        if (isAway) {
          throw new Error('away');
        }
        return page;
      },
      ...{ onChange: () => {}, pageSize: 100 },
    });
    cache.setTotal(1000);
    const fetchAll = async () => {
      const all = Promise.allSettled([300, 301, 302].map(i => cache.fetch(i)));
      await jest.advanceTimersByTimeAsync(1_500);
      return all;
    };
    const reasons = (await fetchAll()).map(({ status }) => status);
    expect(reasons).toEqual(['rejected', 'rejected', 'rejected']);
    expect(requests).toHaveLength(1);

    isAway = false;
    const values = (await fetchAll()).map(r => 'value' in r && r.value);
    expect(values).toEqual([300, 301, 302]);
    expect(requests).toHaveLength(2);

    cache.start();
    cache.want(500, 510);
    await jest.advanceTimersByTimeAsync(100);
    const inSight = cache.fetch(500);
    await jest.advanceTimersByTimeAsync(1_500);
    expect(await inSight).toBe(500);
    expect(requests).toHaveLength(3);

    cache.want(700, 710);
    await jest.advanceTimersByTimeAsync(100);
    const outOfSight = cache.fetch(700);
    cache.want(0, 10);
    await jest.advanceTimersByTimeAsync(3_000);
    expect(await outOfSight).toBe(700);
    expect(requests.map(r => r.offset)).toEqual([300, 300, 500, 700, 0, 700]);
  });

  it('tries what it could not load again as often as it is wanted', async () => {
    let isAway = false;
    const offsets: number[] = [];
    const cache = PageCache.create<number>({
      load: async ({ offset }) => {
        offsets.push(offset);
        if (isAway) {
          throw new Error('away');
        }
        return { items: [offset], totalItems: 1 };
      },
      ...{ onChange: () => {}, isMeasured: true },
    });
    cache.start();
    cache.want(0, 0);
    await jest.advanceTimersByTimeAsync(100);
    isAway = true;
    cache.refresh();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(offsets).toHaveLength(2);
    expect([cache.error?.message, cache.get(0)]).toEqual(['away', 0]);
    isAway = false;
    cache.retry();
    await jest.advanceTimersByTimeAsync(100);
    expect(offsets).toHaveLength(3);
    expect(cache.error).toBeUndefined();
  });
});
