const BRACKETS: Record<string, string> = { '{': '}', '[': ']' };

/**
 * Whether a text looks like an object or a list of JSON. Only its ends are looked at, so that it costs nothing while one
 * scrolls.
 *
 * @internal
 */
export function isJsonLike(value: string): boolean {
  const close = BRACKETS[value[0]];
  return (
    close !== undefined &&
    value[value.length - 1] === close &&
    /^(?:\{\s*["}]|\[\s*[[{"\-\d\]tfn])/.test(value)
  );
}
