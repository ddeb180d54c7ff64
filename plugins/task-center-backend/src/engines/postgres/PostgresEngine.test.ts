import { ConfigReader } from '@backstage/config';
import { DatabaseSession } from 'backstage-plugin-task-center-node';
import { createServer, Server, Socket } from 'node:net';
import { query } from '../__testUtils__/mariadb';
import {
  openPostgresSession,
  postgresConnection,
  postgresOptions,
} from '../__testUtils__/postgres';
import { startSilentServer } from '../__testUtils__/startSilentServer';
import { startFreezingProxy } from '../__testUtils__/startFreezingProxy';
import { PostgresEngine } from './PostgresEngine';

jest.setTimeout(60_000);

describe('PostgresEngine', () => {
  const engine = PostgresEngine.create();

  it('describes a connection by its database alone', () => {
    const config = new ConfigReader({
      user: 'task',
      password: 'secret',
      database: 'shop',
    });
    expect(engine.describe(config)).toEqual({ database: 'shop' });
  });

  describe('openSession', () => {
    const failure = (changes: Parameters<typeof postgresOptions>[0]) =>
      engine.openSession(postgresOptions(changes)).then(
        () => undefined,
        error => error,
      );

    it('says what is at the other end', async () => {
      const session = await openPostgresSession();
      const [{ rows }] = await query(
        session,
        "SELECT pg_backend_pid(), split_part(current_setting('server_version'), ' ', 1)",
      );
      expect(session.description).toBe(
        `PostgreSQL ${rows[0][1]}, session ${rows[0][0]}`,
      );
      await session.close();
    });

    it('gives the session that the server gives by default', async () => {
      const session = await openPostgresSession();
      const [{ rows }] = await query(
        session,
        `SELECT name, setting FROM pg_settings
          WHERE source IN ('client', 'session') ORDER BY name`,
      );
      expect(rows).toEqual([
        ['application_name', 'task-center'],
        ['client_encoding', 'UTF8'],
      ]);
      await session.close();
    });

    it('says that the password is wrong without naming it', async () => {
      const error = await failure({ password: 'swordfish' });
      expect(error).toMatchObject({
        name: 'DatabaseError',
        code: '28P01',
        message: expect.stringMatching(/^password authentication failed/),
        transient: false,
      });
      expect(JSON.stringify([error, error.stack, error.cause])).not.toContain(
        'swordfish',
      );
    });

    it('takes nothing from the environment of the backend', async () => {
      const before = { ...process.env };
      const { host, port, user, password, database } = postgresConnection();
      try {
        process.env.PGPASSWORD = password;
        expect(await failure({ password: '' })).toMatchObject({
          name: 'DatabaseError',
          message: expect.stringMatching(
            /the server asks for a password, and none is set$/,
          ),
        });
        process.env.PGHOST = 'no-such-host.invalid';
        process.env.PGPORT = '1';
        process.env.PGUSER = 'nobody';
        process.env.PGDATABASE = 'nowhere';
        process.env.PGOPTIONS = '-c work_mem=77kB';
        process.env.PGSSLMODE = 'require';
        process.env.PGSSLNEGOTIATION = 'direct';
        process.env.PGCLIENTENCODING = 'LATIN1';
        process.env.PGAPPNAME = 'backend';
        process.env.PGREPLICATION = 'database';
        const config = new ConfigReader({ host, port, user, password });
        const session = await engine.openSession({
          ...postgresOptions(),
          config,
        });
        const [{ rows }] = await query(
          session,
          `SELECT current_user, current_database(), current_setting('work_mem') <> '77kB',
                  current_setting('application_name'), current_setting('client_encoding')`,
        );
        expect(rows).toEqual([[user, database, 't', 'task-center', 'UTF8']]);
        await session.close();
      } finally {
        process.env = before;
      }
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
      expect(await failure({ host: '/nowhere' })).toMatchObject({
        message: expect.stringMatching(
          /^Could not reach \/nowhere\/\.s\.PGSQL\.\d+: the socket does not exist$/,
        ),
        transient: false,
      });
    });

    it('says that the database does not exist', async () => {
      expect(await failure({ database: 'no_such_database' })).toMatchObject({
        code: '3D000',
        message: 'database "no_such_database" does not exist',
        transient: false,
      });
    });

    it('says that the server takes no more connections', async () => {
      const admin = await openPostgresSession();
      try {
        await query(
          admin,
          "CREATE ROLE crowded LOGIN PASSWORD 'crowded' CONNECTION LIMIT 0",
        );
        expect(
          await failure({ user: 'crowded', password: 'crowded' }),
        ).toMatchObject({ code: '53300', transient: true });
      } finally {
        await query(admin, 'DROP ROLE crowded');
        await admin.close();
      }
    });

    it('insists on TLS when told to', async () => {
      expect(await failure({ ssl: true })).toMatchObject({
        name: 'DatabaseError',
        message: expect.stringContaining('the server does not offer TLS'),
        transient: false,
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
        ...postgresOptions({ port }),
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
      orphan = await openPostgresSession();
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
      const running = query(orphan, 'SELECT pg_sleep(60)').catch(
        error => error.connectionLost,
      );
      await engine.endOrphanedSession(orphan.id, postgresOptions());
      expect(await running).toBe(true);
      await engine.endOrphanedSession(orphan.id, postgresOptions());
    });

    it('needs no more rights than the session had', async () => {
      const admin = await openPostgresSession();
      try {
        await query(admin, "CREATE ROLE plain LOGIN PASSWORD 'plain'");
        const login = { user: 'plain', password: 'plain' };
        const plain = await openPostgresSession(login);
        const running = query(plain, 'SELECT pg_sleep(60)').catch(
          error => error.connectionLost,
        );
        await engine.endOrphanedSession(plain.id, postgresOptions(login));
        expect(await running).toBe(true);
      } finally {
        await query(admin, 'DROP ROLE plain');
        await admin.close();
      }
    });

    it('leaves alone a session that only has the same number', async () => {
      const [pid, startedAt, name, serverStartedAt] = orphan.id.split('/');
      const earlier = (time: string) => String(BigInt(time) - 1_000_000n);
      const strangers = [
        [pid, earlier(startedAt), name, serverStartedAt],
        [pid, startedAt, name, earlier(serverStartedAt)],
      ];
      for (const stranger of strangers) {
        await engine.endOrphanedSession(stranger.join('/'), postgresOptions());
      }
      expect(await isAlive()).toBe(true);
    });

    it('does not take another server for the one', async () => {
      const [pid, startedAt, , serverStartedAt] = orphan.id.split('/');
      await expect(
        engine.endOrphanedSession(
          [pid, startedAt, 'elsewhere', serverStartedAt].join('/'),
          postgresOptions(),
        ),
      ).rejects.toThrow(/instead of elsewhere/);
      expect(await isAlive()).toBe(true);
    });

    describe('of a process that does not end', () => {
      /** The id of a process of the server itself, which takes no notice. */
      const immortal = async () => {
        const [{ rows }] = await query(
          orphan,
          `SELECT pid, (extract(epoch FROM backend_start) * 1000000)::int8
             FROM pg_stat_activity WHERE backend_type = 'checkpointer'`,
        );
        return [...rows[0], ...orphan.id.split('/').slice(2)].join('/');
      };

      it('gives up when it is told to, and says that it is still there', async () => {
        const began = Date.now();
        await expect(
          engine.endOrphanedSession(await immortal(), {
            ...postgresOptions(),
            signal: AbortSignal.timeout(1_000),
          }),
        ).rejects.toMatchObject({
          name: 'DatabaseError',
          message: expect.stringMatching(
            /^Session \d+ was still on the server 1 seconds after it was told to end \(.*Checkpointer/,
          ),
        });
        expect(Date.now() - began).toBeLessThan(3_000);
      });

      it('gives up although an answer does not come', async () => {
        const proxy = await startFreezingProxy(postgresConnection());
        try {
          const began = Date.now();
          setTimeout(() => proxy.freeze(), 1_000);
          await expect(
            engine.endOrphanedSession(await immortal(), {
              ...postgresOptions({ host: '127.0.0.1', port: proxy.port }),
              signal: AbortSignal.timeout(2_000),
            }),
          ).rejects.toThrow(/was still on the server 1 seconds/);
          expect(Date.now() - began).toBeLessThan(4_000);
        } finally {
          await proxy.stop();
        }
      });
    });

    it('gives up when a server that has let it in says nothing more', async () => {
      // AuthenticationOk and ReadyForQuery.
      const welcome = Buffer.from('5200000008000000005a0000000549', 'hex');
      const silent = await startSilentServer({ welcome });
      const { port } = silent;
      try {
        const began = Date.now();
        await expect(
          engine.endOrphanedSession(orphan.id, {
            ...postgresOptions({ host: '127.0.0.1', port }),
            signal: AbortSignal.timeout(500),
          }),
        ).rejects.toMatchObject({
          name: 'DatabaseError',
          message: `Gave up waiting for an answer of 127.0.0.1:${port}`,
        });
        expect(Date.now() - began).toBeLessThan(3_000);
      } finally {
        silent.stop();
      }
    });

    it('says when the server cannot be asked', async () => {
      await expect(
        engine.endOrphanedSession(orphan.id, postgresOptions({ port: 1 })),
      ).rejects.toThrow(`Could not reach ${postgresConnection().host}:1`);
    });
  });
});
