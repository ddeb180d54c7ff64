import { createServer } from 'node:net';

/**
 * Asks the system for a TCP port on 127.0.0.1 that nothing listens on.
 *
 * @returns {Promise<number>}
 */
export function getFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
