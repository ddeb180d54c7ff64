import { once } from 'node:events';
import { AddressInfo, connect, createServer, Socket } from 'node:net';
import { mariadbConnection } from './mariadb';

/** A way to a test server, MariaDB by default, on which connections can be made to fall silent without being closed. */
export async function startFreezingProxy(
  target: { host: string; port: number } = mariadbConnection(),
): Promise<{
  port: number;
  /** Lets nothing through any more on the connections that are open now. */
  freeze(): void;
  /** Does so, and leaves connections that are opened from now on without an answer as well. */
  cut(): void;
  stop(): Promise<void>;
}> {
  const { host, port } = target;
  const sockets: Socket[] = [];
  let isCut = false;
  const server = createServer({ allowHalfOpen: true }, client => {
    const upstream = connect({ host, port, allowHalfOpen: true });
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ]) {
      from.on('error', () => {});
      if (!isCut) from.pipe(to);
      sockets.push(from);
    }
  });
  const freeze = () =>
    sockets.forEach(socket => {
      socket.unpipe();
      socket.pause();
    });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    freeze,
    cut: () => {
      isCut = true;
      freeze();
    },
    stop: async () => {
      sockets.forEach(socket => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}
