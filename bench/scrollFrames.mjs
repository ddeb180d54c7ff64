const SCROLL_MS = 4_000;

/**
 * Turns the wheel on every frame, and counts the frames.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string} selector - of what scrolls
 * @param {{ x?: number, y?: number }} by - pixels a frame
 * @returns {Promise<{ fps: number, worst: number }>} frames a second, and the longest of them in ms
 */
export async function scrollFrames(page, selector, { x = 0, y = 0 }) {
  return page.evaluate(
    ([wanted, deltaX, deltaY, duration]) =>
      new Promise(resolve => {
        const list = document.querySelector(wanted);
        const gaps = [];
        const start = performance.now();
        let last = start;
        const frame = now => {
          gaps.push(now - last);
          last = now;
          if (now - start > duration) {
            const all = gaps.slice(1);
            resolve({
              fps: (all.length * 1000) / all.reduce((a, b) => a + b, 0),
              worst: Math.max(...all),
            });
            return;
          }
          const event = new WheelEvent('wheel', {
            deltaX,
            deltaY,
            bubbles: true,
            cancelable: true,
          });
          // What the page does not do by itself, the browser would.
          if (list.dispatchEvent(event)) list.scrollBy(deltaX, deltaY);
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
    [selector, x, y, SCROLL_MS],
  );
}
