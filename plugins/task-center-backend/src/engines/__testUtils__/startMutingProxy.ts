import { once } from 'node:events';
import { AddressInfo, connect, createServer, Socket } from 'node:net';

// ReadyForQuery, but for the status of the transaction, which is its last byte. The server sends nothing behind it.
const READY = Buffer.from([0x5a, 0, 0, 0, 5]);

/** A way to a PostgreSQL server on which a connection can be lost in front of the server's last word about a request. */
export async function startMutingProxy(target: {
  host: string;
  port: number;
}): Promise<{
  port: number;
  /** From now on a connection is closed instead of letting the server say that it is ready for the next request. */
  mute(): void;
  unmute(): void;
  stop(): Promise<void>;
}> {
  const { host, port } = target;
  const sockets: Socket[] = [];
  let isMuted = false;
  const server = createServer(client => {
    const upstream = connect({ host, port });
    client.pipe(upstream);
    upstream.on('data', chunk => {
      const last = chunk.length - READY.length - 1;
      if (isMuted && last >= 0 && chunk.indexOf(READY, last) === last) {
        client.end(chunk.subarray(0, last));
        upstream.destroy();
      } else {
        client.write(chunk);
      }
    });
    upstream.on('end', () => client.end());
    for (const socket of [client, upstream]) {
      socket.on('error', () => {});
      sockets.push(socket);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    mute: () => {
      isMuted = true;
    },
    unmute: () => {
      isMuted = false;
    },
    stop: async () => {
      sockets.forEach(socket => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}
