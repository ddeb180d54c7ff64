/**
 * Gives every element a size for the tests of a file, because jsdom lays nothing out and long lists draw only what can
 * be seen.
 *
 * @internal
 */
export function giveElementsSize(size: { width: number; height: number }) {
  const sizes: Record<string, number> = {
    clientWidth: size.width,
    offsetWidth: size.width,
    clientHeight: size.height,
    offsetHeight: size.height,
  };
  const originals = new Map(
    Object.keys(sizes).map(name => [
      name,
      Object.getOwnPropertyDescriptor(HTMLElement.prototype, name),
    ]),
  );

  beforeAll(() => {
    for (const [name, value] of Object.entries(sizes)) {
      Object.defineProperty(HTMLElement.prototype, name, {
        configurable: true,
        get: () => value,
      });
    }
  });
  afterAll(() => {
    for (const [name, descriptor] of originals) {
      Reflect.deleteProperty(HTMLElement.prototype, name);
      if (descriptor) {
        Object.defineProperty(HTMLElement.prototype, name, descriptor);
      }
    }
  });
}
