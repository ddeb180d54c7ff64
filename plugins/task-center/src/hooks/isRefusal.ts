const REFUSALS = ['AuthenticationError', 'NotAllowedError', 'NotFoundError'];

/**
 * Whether the service would say the same again: that nobody is signed in, that it is not allowed or not there.
 *
 * @internal
 */
export function isRefusal(error: unknown): boolean {
  const { name, cause } = error as { name?: string; cause?: { name?: string } };
  return [name, cause?.name].some(each => each && REFUSALS.includes(each));
}
