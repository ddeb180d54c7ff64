import { RefObject, useLayoutEffect, useState } from 'react';

// What a page leaves free below its content.
const MARGIN = 32;

/**
 * The height in pixels from the top of an element to the bottom of the window, so that a long list scrolls in itself and
 * the page does not.
 *
 * @internal
 */
export function useRestOfViewport(
  ref: RefObject<HTMLElement>,
  minHeight: number,
): number {
  const [height, setHeight] = useState(minHeight);

  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) {
      return undefined;
    }
    const measure = () => {
      const { top } = element.getBoundingClientRect();
      const rest = Math.floor(window.innerHeight - Math.max(0, top) - MARGIN);
      setHeight(Math.max(minHeight, rest));
    };
    measure();
    // What stands above may grow or shrink; the page as a whole tells.
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    if (element.parentElement) {
      observer.observe(element.parentElement);
    }
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [ref, minHeight]);

  return height;
}
