import { AddressInfo, createServer, Server, Socket } from 'node:net';

const SSL_REQUEST = 80877103;
const ENCRYPTION_REQUEST = 80877104;
const READY = message('Z', Buffer.from('I'));
const DONE = Buffer.concat([message('C', Buffer.from('SELECT 0\0')), READY]);

/** What psql asks a server about before it reads a script. */
const PARAMETERS = {
  server_version: '15.0',
  server_encoding: 'UTF8',
  client_encoding: 'UTF8',
  standard_conforming_strings: 'on',
};

/**
 * A server that speaks just enough of the PostgreSQL protocol for psql to log in. It executes nothing, says that
 * everything is done and keeps the bytes of what it was asked.
 */
export class PostgresRecordingServer {
  private asked: Buffer[] = [];

  private constructor(private readonly server: Server) {}

  static async create(): Promise<PostgresRecordingServer> {
    const server = createServer();
    const recording = new PostgresRecordingServer(server);
    server.on('connection', socket => recording.serve(socket));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    return recording;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /**
   * Returns what was asked since the last time, in order.
   */
  take(): Buffer[] {
    const { asked } = this;
    this.asked = [];
    return asked;
  }

  async close(): Promise<void> {
    await new Promise(resolve => this.server.close(resolve));
  }

  private serve(socket: Socket) {
    let loggedIn = false;
    let waiting = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', data => {
      waiting = Buffer.concat([waiting, data as Buffer]);
      for (;;) {
        const typeLength = loggedIn ? 1 : 0;
        const end = messageEnd(waiting, typeLength);
        if (end === undefined) {
          return;
        }
        const type = loggedIn ? waiting.toString('latin1', 0, 1) : '';
        const body = waiting.subarray(typeLength + 4, end);
        waiting = waiting.subarray(end);
        loggedIn = this.answer(socket, type, body) || loggedIn;
      }
    });
  }

  /** Returns whether the client is logged in with it. */
  private answer(socket: Socket, type: string, body: Buffer): boolean {
    switch (type) {
      case '':
        if (isRequestForEncryption(body)) {
          socket.write('N');
          return false;
        }
        socket.write(greeting());
        return true;
      case 'Q':
        this.asked.push(body.subarray(0, -1));
        socket.write(DONE);
        return true;
      default:
        socket.end();
        return true;
    }
  }
}

function messageEnd(bytes: Buffer, typeLength: number): number | undefined {
  if (bytes.length < typeLength + 4) {
    return undefined;
  }
  const end = typeLength + bytes.readInt32BE(typeLength);
  return bytes.length < end ? undefined : end;
}

function isRequestForEncryption(body: Buffer): boolean {
  return [SSL_REQUEST, ENCRYPTION_REQUEST].includes(body.readInt32BE(0));
}

function greeting(): Buffer {
  return Buffer.concat([
    message('R', Buffer.alloc(4)),
    ...Object.entries(PARAMETERS).map(([name, value]) =>
      message('S', Buffer.from(`${name}\0${value}\0`)),
    ),
    READY,
  ]);
}

function message(type: string, body: Buffer): Buffer {
  const header = Buffer.alloc(5);
  header.write(type, 'latin1');
  header.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([header, body]);
}
