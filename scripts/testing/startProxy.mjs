import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { DelayedFlow } from './DelayedFlow.mjs';

/**
 * A way to a server on 127.0.0.1 that can be made as bad as a real network.
 *
 * - `delay(ms)`: what is sent arrives that much later, each way. Chunks that
 *   are under way together do not wait for each other.
 * - `cut()`: resets every connection.
 * - `refuse()`: cuts, and lets nobody in until `heal()`.
 * - `freeze()`: nothing arrives any more, not even the end of a connection,
 *   and nobody is told. With `{ newcomers: false }` only for the connections
 *   that are open now, as when a firewall forgets them.
 * - `heal()`: resets what was frozen, and lets everything through again.
 *
 * @param {number} targetPort - where the server listens
 * @returns {Promise<object>} `port` and the above, and `stop()`
 */
export async function startProxy(targetPort) {
  const links = new Set();
  let delayMs = 0;
  let isFrozen = false;
  const server = createServer(
    { allowHalfOpen: true, noDelay: true },
    client => {
      const link = openLink(client, targetPort, () => delayMs);
      links.add(link);
      link.gone.then(() => links.delete(link));
      if (isFrozen) link.freeze();
    },
  );
  const listen = async port => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const { port } = server.address();
  const cut = () => links.forEach(link => link.destroy());
  return {
    port,
    delay(ms) {
      delayMs = ms;
    },
    cut,
    refuse() {
      server.close();
      cut();
    },
    freeze({ newcomers = true } = {}) {
      isFrozen = newcomers;
      links.forEach(link => link.freeze());
    },
    async heal() {
      isFrozen = false;
      [...links].filter(link => link.isFrozen()).forEach(it => it.destroy());
      if (!server.listening) await listen(port);
    },
    async stop() {
      cut();
      if (!server.listening) return;
      server.close();
      await once(server, 'close');
    },
  };
}

function openLink(client, targetPort, getDelay) {
  const target = connect({
    port: targetPort,
    host: '127.0.0.1',
    allowHalfOpen: true,
    noDelay: true,
  });
  const flows = [
    DelayedFlow.create(client, target, getDelay),
    DelayedFlow.create(target, client, getDelay),
  ];
  const sockets = [client, target];
  let frozen = false;
  const destroy = () => sockets.forEach(socket => socket.resetAndDestroy());
  for (const socket of sockets) {
    socket.on('error', () => {
      if (!frozen) destroy();
    });
  }
  const closed = sockets.map(
    socket => new Promise(resolve => socket.once('close', resolve)),
  );
  return {
    gone: Promise.all(closed),
    destroy,
    isFrozen: () => frozen,
    freeze() {
      frozen = true;
      flows.forEach(flow => flow.stop());
    },
  };
}
