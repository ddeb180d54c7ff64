import { RegisteredConnection } from '../connections';

const SHORTEST_SECRET = 8;

/**
 * What strikes a connection's password out of a text.
 *
 * @internal
 */
export function createRedactor({
  config,
}: RegisteredConnection): (text: string) => string {
  const secret = config.getOptionalString('password');
  // A short one stands in other words too: striking it out there would only give it away.
  return secret && secret.length >= SHORTEST_SECRET
    ? text => text.replaceAll(secret, '********')
    : text => text;
}
