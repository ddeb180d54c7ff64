/**
 * The position of the line that an element is part of, among the lines of its level.
 *
 * @internal
 */
export function positionOf(target: EventTarget | null): number | undefined {
  const row =
    target instanceof Element
      ? target.closest<HTMLElement>('[data-index]')
      : undefined;
  return row ? Number(row.dataset.index) : undefined;
}
