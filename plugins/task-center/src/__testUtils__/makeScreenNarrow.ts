/**
 * Makes the screen as narrow as a phone's for the tests of a `describe`: every media query of a `max-width` matches.
 *
 * @internal
 */
export function makeScreenNarrow(): void {
  const { matchMedia } = window;
  beforeAll(() => {
    window.matchMedia = query =>
      Object.assign(new EventTarget(), {
        matches: query.includes('max-width'),
        media: query,
        onchange: null,
        addListener: () => {},
        removeListener: () => {},
      });
  });
  afterAll(() => {
    window.matchMedia = matchMedia;
  });
}
