import { once } from 'node:events';
import { AddressInfo, connect, createServer, Socket } from 'node:net';
import { mariadbConnection } from './mariadb';

/** A way to the test server on which connections can be made to fall silent without being closed. */
export async function startFreezingProxy(): Promise<{
  port: number;
  /** Lets nothing through any more on the connections that are open now. */
  freeze(): void;
  stop(): Promise<void>;
}> {
  const { host, port } = mariadbConnection();
  const sockets: Socket[] = [];
  const server = createServer({ allowHalfOpen: true }, client => {
    const target = connect({ host, port, allowHalfOpen: true });
    for (const [from, to] of [
      [client, target],
      [target, client],
    ]) {
      from.on('error', () => {});
      from.pipe(to);
      sockets.push(from);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    freeze: () =>
      sockets.forEach(socket => {
        socket.unpipe();
        socket.pause();
      }),
    stop: async () => {
      sockets.forEach(socket => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}
