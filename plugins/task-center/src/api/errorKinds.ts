const REFUSALS = ['AuthenticationError', 'NotAllowedError', 'NotFoundError'];

/** @internal */
export function isNotSignedIn(error: unknown): boolean {
  return namesOf(error).includes('AuthenticationError');
}

/** @internal */
export function isNotAllowed(error: unknown): boolean {
  return namesOf(error).includes('NotAllowedError');
}

/** @internal */
export function isNotFound(error: unknown): boolean {
  return namesOf(error).includes('NotFoundError');
}

/**
 * Whether nothing came back at all, which each browser says in words of its own.
 *
 * @internal
 */
export function isUnreachable(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    /^(Failed to fetch|NetworkError|Load failed)/.test(error.message)
  );
}

/**
 * Whether the service would say the same again: that nobody is signed in, that it is not allowed or not there.
 *
 * @internal
 */
export function isRefusal(error: unknown): boolean {
  return namesOf(error).some(name => REFUSALS.includes(name));
}

/** That of the HTTP client's error, and that of what the service said. */
function namesOf(error: unknown): string[] {
  const { name, cause } = error as { name?: string; cause?: { name?: string } };
  return [name, cause?.name].filter(each => each !== undefined);
}
