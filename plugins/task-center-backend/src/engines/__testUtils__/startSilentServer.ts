import { createServer, Socket } from 'node:net';

/**
 * A server that lets a client in and then says nothing more.
 *
 * @param bytes - `greeting` is sent at once, `welcome` behind the first that comes
 */
export async function startSilentServer(bytes: {
  greeting?: Uint8Array;
  welcome: Uint8Array;
}): Promise<{ port: number; stop(): void }> {
  const { greeting, welcome } = bytes;
  const sockets: Socket[] = [];
  const server = createServer(socket => {
    sockets.push(socket);
    if (greeting) socket.write(greeting);
    socket.once('data', () => socket.write(welcome));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    port,
    stop: () => {
      sockets.forEach(socket => socket.destroy());
      server.close();
    },
  };
}
