import { ConfigReader } from '@backstage/config';
import { DatabaseSession } from 'backstage-plugin-task-center-node';
import { createServer, Server, Socket } from 'node:net';
import {
  mariadbConnection,
  openMariadbSession,
  openOptions,
  query,
} from '../__testUtils__/mariadb';
import { startSilentServer } from '../__testUtils__/startSilentServer';
import { startFreezingProxy } from '../__testUtils__/startFreezingProxy';
import { MysqlEngine } from './MysqlEngine';

jest.setTimeout(60_000);

// What a server says when a client connects, and when it lets it in.
const GREETING = Buffer.concat([
  Buffer.from('4a0000000a', 'hex'),
  Buffer.from('8.0.11\0\x01\0\0\0saltsalt\0', 'latin1'),
  Buffer.from('0082ff0200080015', 'hex'),
  Buffer.alloc(10),
  Buffer.from('saltsaltsalt\0mysql_native_password\0', 'latin1'),
]);
const WELCOME = Buffer.from('0700000200000002000000', 'hex');

describe('MysqlEngine', () => {
  const engine = MysqlEngine.create();

  it('describes a connection by its database alone', () => {
    const config = new ConfigReader({
      host: 'db',
      password: 'secret',
      database: 'shop',
    });
    expect(engine.describe(config)).toEqual({ database: 'shop' });
  });

  describe('openSession', () => {
    const failure = (changes: Parameters<typeof openOptions>[0]) =>
      engine.openSession(openOptions(changes)).then(
        () => undefined,
        error => error,
      );

    it('says what is at the other end', async () => {
      const session = await openMariadbSession();
      const [{ rows }] = await query(
        session,
        "SELECT CONNECTION_ID(), SUBSTRING_INDEX(VERSION(), '-', 1)",
      );
      expect(session.description).toBe(
        `MariaDB ${rows[0][1]}, session ${rows[0][0]}`,
      );
      await session.close();
    });

    it('says that the password is wrong without naming it', async () => {
      const error = await failure({ password: 'swordfish' });
      expect(error).toMatchObject({
        name: 'DatabaseError',
        code: '1045',
        message: expect.stringMatching(/^Access denied for user/),
        transient: false,
      });
      expect(JSON.stringify([error, error.stack, error.cause])).not.toContain(
        'swordfish',
      );
    });

    it('says that the server cannot be reached', async () => {
      expect(await failure({ host: '127.0.0.1', port: 1 })).toMatchObject({
        name: 'DatabaseError',
        message: 'Could not reach 127.0.0.1:1: connection refused',
        connectionLost: true,
        transient: true,
      });
      expect(await failure({ host: 'no-such-host.invalid' })).toMatchObject({
        message: expect.stringMatching(
          /^Could not reach no-such-host\.invalid:\d+: the host name/,
        ),
      });
      expect(
        await failure({ socketPath: '/nowhere/mysql.sock' }),
      ).toMatchObject({
        message:
          'Could not reach /nowhere/mysql.sock: the socket does not exist',
      });
    });

    it('says that there may be a place later', async () => {
      const other = await openMariadbSession();
      const user = `crowded_${process.pid}`;
      await query(
        other,
        `CREATE USER ${user} IDENTIFIED BY 'x' WITH MAX_USER_CONNECTIONS 1`,
      );
      const first = await openMariadbSession({ user, password: 'x' });
      try {
        expect(await failure({ user, password: 'x' })).toMatchObject({
          code: '1226',
          connectionLost: true,
          transient: true,
        });
      } finally {
        await first.close();
        await query(other, `DROP USER ${user}`);
        await other.close();
      }
    });

    it('says that the database does not exist', async () => {
      expect(await failure({ database: 'no_such_database' })).toMatchObject({
        code: '1049',
        message: "Unknown database 'no_such_database'",
      });
    });

    it('insists on TLS when told to', async () => {
      expect(await failure({ ssl: true })).toMatchObject({
        name: 'DatabaseError',
        message: expect.stringContaining('the server does not offer TLS'),
      });
    });

    it('gives up when it is told to', async () => {
      const sockets: Socket[] = [];
      const silent: Server = createServer(socket => sockets.push(socket));
      await new Promise<void>(resolve =>
        silent.listen(0, '127.0.0.1', resolve),
      );
      const { port } = silent.address() as { port: number };
      const abort = new AbortController();
      const opening = engine.openSession({
        ...openOptions({ port }),
        signal: abort.signal,
      });
      setTimeout(() => abort.abort(), 50);
      await expect(opening).rejects.toThrow(
        `Gave up connecting to 127.0.0.1:${port}`,
      );
      sockets.forEach(socket => socket.destroy());
      silent.close();
    });
  });

  describe('endOrphanedSession', () => {
    let orphan: DatabaseSession;

    beforeEach(async () => {
      orphan = await openMariadbSession();
    });

    afterEach(async () => {
      await orphan.close();
    });

    const isAlive = () =>
      query(orphan, 'SELECT 1').then(
        () => true,
        () => false,
      );

    it('ends the session with what it runs', async () => {
      const running = query(orphan, 'SELECT SLEEP(60)').catch(
        error => error.connectionLost,
      );
      await engine.endOrphanedSession(orphan.id, openOptions());
      expect(await running).toBe(true);
      await engine.endOrphanedSession(orphan.id, openOptions());
    });

    it('leaves alone a session that only has the same number', async () => {
      const [id, name, startedAt, user, client] = orphan.id.split('/');
      const strangers = [
        [id, name, String(Number(startedAt) - 3_600), user, client],
        [id, name, startedAt, 'somebody', client],
        [id, name, startedAt, user, '10.1.2.3%3A4567'],
      ];
      for (const stranger of strangers) {
        await engine.endOrphanedSession(stranger.join('/'), openOptions());
      }
      expect(await isAlive()).toBe(true);
    });

    it('does not take another server for the one', async () => {
      const [id, , ...rest] = orphan.id.split('/');
      await expect(
        engine.endOrphanedSession(
          [id, 'elsewhere%3A3306', ...rest].join('/'),
          openOptions(),
        ),
      ).rejects.toThrow(/instead of elsewhere:3306/);
      expect(await isAlive()).toBe(true);
    });

    describe('of a session that takes long to end', () => {
      const DATABASE = `task_center_ends_${process.pid}`;
      let other: DatabaseSession;

      // The server lets go of it only after it has undone what it did.
      beforeEach(async () => {
        other = await openMariadbSession();
        await query(other, `CREATE DATABASE ${DATABASE}`);
        await query(other, `USE ${DATABASE}`);
        await query(
          other,
          `CREATE TABLE changed (id INT PRIMARY KEY, n INT, KEY (n))`,
        );
        await query(
          other,
          `INSERT INTO changed SELECT seq, 0 FROM seq_1_to_300000`,
        );
        await query(orphan, 'BEGIN');
        await query(orphan, `UPDATE ${DATABASE}.changed SET n = id`);
      });

      afterEach(async () => {
        await engine.endOrphanedSession(orphan.id, openOptions());
        await query(other, `DROP DATABASE ${DATABASE}`);
        await other.close();
      });

      it('gives up when it is told to, and says that it is still there', async () => {
        const began = Date.now();
        await expect(
          engine.endOrphanedSession(orphan.id, {
            ...openOptions(),
            signal: AbortSignal.timeout(500),
          }),
        ).rejects.toMatchObject({
          name: 'DatabaseError',
          message: expect.stringMatching(
            /^Session \d+ was still on the server \d+ seconds after it was told to end \(.+\)$/,
          ),
        });
        expect(Date.now() - began).toBeLessThan(1_500);
      });

      it('gives up although an answer does not come', async () => {
        const proxy = await startFreezingProxy();
        try {
          const began = Date.now();
          setTimeout(() => proxy.freeze(), 500);
          await expect(
            engine.endOrphanedSession(orphan.id, {
              ...openOptions({ port: proxy.port }),
              signal: AbortSignal.timeout(1_200),
            }),
          ).rejects.toThrow(/was still on the server \d+ seconds/);
          expect(Date.now() - began).toBeLessThan(2_000);
        } finally {
          await proxy.stop();
        }
      });
    });

    it('gives up when a server that has let it in says nothing more', async () => {
      const silent = await startSilentServer({
        ...{ greeting: GREETING, welcome: WELCOME },
      });
      const { port } = silent;
      try {
        const began = Date.now();
        await expect(
          engine.endOrphanedSession(orphan.id, {
            ...openOptions({ host: '127.0.0.1', port }),
            signal: AbortSignal.timeout(500),
          }),
        ).rejects.toMatchObject({
          name: 'DatabaseError',
          message: `Gave up waiting for an answer of 127.0.0.1:${port}`,
        });
        expect(Date.now() - began).toBeLessThan(2_000);
      } finally {
        silent.stop();
      }
    });

    it('says when the server cannot be asked', async () => {
      await expect(
        engine.endOrphanedSession(orphan.id, openOptions({ port: 1 })),
      ).rejects.toThrow(`Could not reach ${mariadbConnection().host}:1`);
    });
  });
});
