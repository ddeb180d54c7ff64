import { ReactNode, useEffect, useRef } from 'react';

const FOCUSABLE =
  'a[href], button, input, select, textarea, [tabindex], [contenteditable="true"]';

/**
 * Leads Tab from the last element back to the first, and the other way round, so that it does not leave the dialog that
 * holds it. What opens on top of the dialog from elsewhere in the document keeps its focus.
 *
 * @internal
 */
export function FocusLoop({ children }: { children: ReactNode }) {
  const start = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);

  const focusOne = (which: 'first' | 'last') => {
    const elements = [
      ...start.current!.parentElement!.querySelectorAll<HTMLElement>(FOCUSABLE),
    ].filter(
      each =>
        each.tabIndex >= 0 && each !== start.current && each !== end.current,
    );
    if (which === 'last') {
      elements.reverse();
    }
    // What is hidden or disabled does not take it.
    elements.some(each => {
      each.focus();
      return document.activeElement === each;
    });
  };

  useEffect(() => {
    const dialog = start.current!.parentElement!;
    // The dialog has the focus itself when it opens, and stands in front of our first element.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Tab' && event.shiftKey && event.target === dialog) {
        event.preventDefault();
        focusOne('last');
      }
    };
    dialog.addEventListener('keydown', onKeyDown);
    return () => dialog.removeEventListener('keydown', onKeyDown);
  }, []);

  /* eslint-disable jsx-a11y/no-noninteractive-tabindex */
  return (
    <>
      <div
        ref={start}
        tabIndex={0}
        onFocus={({ currentTarget, relatedTarget }) =>
          focusOne(
            relatedTarget === currentTarget.parentElement ? 'first' : 'last',
          )
        }
      />
      {children}
      <div ref={end} tabIndex={0} onFocus={() => focusOne('first')} />
    </>
  );
}
