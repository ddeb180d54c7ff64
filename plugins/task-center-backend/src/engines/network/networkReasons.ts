/**
 * What the codes of a failed network mean, in plain words.
 *
 * @internal
 */
export const NETWORK_REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'the connection was reset',
  EPIPE: 'the connection was closed',
  ENOTFOUND: 'the host name is unknown',
  EAI_AGAIN: 'the host name could not be resolved',
  EHOSTUNREACH: 'the host is unreachable',
  ENETUNREACH: 'the network is unreachable',
  ENOENT: 'the socket does not exist',
  EACCES: 'permission denied',
  ETIMEDOUT: 'no answer',
};

/**
 * Strikes the password out of what a server or a driver says.
 *
 * @internal
 */
export function withoutPassword(
  text: string,
  { password }: { password?: string },
): string {
  // A word as short as this could stand in the message by itself.
  return password && password.length > 3
    ? text.split(password).join('***')
    : text;
}
