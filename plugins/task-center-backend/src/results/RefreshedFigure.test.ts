import { RefreshedFigure } from './RefreshedFigure';

describe('RefreshedFigure', () => {
  it('holds nobody up who asks while it is looked up without an answer', async () => {
    const figure = RefreshedFigure.create(() => new Promise(() => {}));
    expect(figure.recent()).toBe(0);
    const began = performance.now();
    await figure.settle();
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(figure.recent()).toBe(0);
  });

  it('looks up once for all who ask at the same time', async () => {
    const load = jest.fn(async () => 7);
    const figure = RefreshedFigure.create(load);
    await Promise.all([figure.settle(), figure.settle()]);
    expect(figure.recent()).toBe(7);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('goes on with what it knew when looking fails', async () => {
    const load = jest.fn(async () => 7);
    const figure = RefreshedFigure.create(load);
    await figure.settle();
    load.mockRejectedValue(new Error('out of order'));
    await new Promise(resolve => setTimeout(resolve, 1_100));
    await figure.settle();
    expect(load).toHaveBeenCalledTimes(2);
    expect(figure.recent()).toBe(7);
  });
});
