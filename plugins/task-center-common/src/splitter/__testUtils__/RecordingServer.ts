import { AddressInfo, createServer, Server, Socket } from 'node:net';

const COM_QUIT = 1;
const COM_INIT_DB = 2;
const COM_QUERY = 3;
const OK = Buffer.from([0, 0, 0, 2, 0, 0, 0]);

/** A packet that is this long goes on in the next one. */
const LONGEST_PACKET = 0xffffff;

/**
 * A server that speaks just enough of the MySQL protocol for a client to log in. It executes nothing, says OK to
 * everything and keeps the bytes of what it was asked.
 */
export class RecordingServer {
  private readonly sessions = new Map<string, Buffer[]>();

  private constructor(private readonly server: Server) {}

  static async create(): Promise<RecordingServer> {
    const server = createServer();
    const recording = new RecordingServer(server);
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
   * Returns what the session of this user has asked, in order, and forgets it; undefined where there was none. `use`
   * stands for a change of database.
   */
  take(user: string): Buffer[] | undefined {
    const asked = this.sessions.get(user);
    this.sessions.delete(user);
    return asked;
  }

  async close(): Promise<void> {
    await new Promise(resolve => this.server.close(resolve));
  }

  private serve(socket: Socket) {
    let asked: Buffer[] | undefined;
    socket.write(packet(0, greeting()));
    readPackets(socket, (number, payload) => {
      if (!asked) {
        asked = [];
        this.sessions.set(userIn(payload), asked);
      } else if (payload[0] === COM_QUIT) {
        socket.end();
        return;
      } else if (payload[0] === COM_QUERY) {
        asked.push(payload.subarray(1));
      } else if (payload[0] === COM_INIT_DB) {
        asked.push(Buffer.concat([Buffer.from('use '), payload.subarray(1)]));
      }
      socket.write(packet(number + 1, OK));
    });
  }
}

function readPackets(
  socket: Socket,
  onPacket: (number: number, payload: Buffer) => void,
) {
  let waiting: Buffer[] = [];
  let earlier: Buffer[] = [];
  socket.on('data', data => {
    waiting.push(data as Buffer);
    const total = waiting.reduce((sum, { length }) => sum + length, 0);
    const first = waiting[0];
    if (first.length >= 4 && total < 4 + first.readUIntLE(0, 3)) {
      return;
    }
    let bytes = Buffer.concat(waiting);
    while (bytes.length >= 4 && bytes.length >= 4 + bytes.readUIntLE(0, 3)) {
      const length = bytes.readUIntLE(0, 3);
      earlier.push(bytes.subarray(4, 4 + length));
      if (length < LONGEST_PACKET) {
        onPacket(bytes[3], Buffer.concat(earlier));
        earlier = [];
      }
      bytes = bytes.subarray(4 + length);
    }
    waiting = bytes.length ? [bytes] : [];
  });
  socket.on('error', () => socket.destroy());
}

function packet(number: number, payload: Buffer): Buffer {
  const header = Buffer.alloc(4);
  header.writeUIntLE(payload.length, 0, 3);
  header[3] = number % 256;
  return Buffer.concat([header, payload]);
}

/** Protocol 4.1, connect with a database, long passwords, transactions, authentication by a plugin. */
const CAPABILITIES = 0x0008a209;
const UTF8MB4 = 45;
const AUTOCOMMIT = 2;

function greeting(): Buffer {
  const numbers = Buffer.alloc(8);
  numbers.writeUInt16LE(CAPABILITIES % 0x10000, 0);
  numbers[2] = UTF8MB4;
  numbers.writeUInt16LE(AUTOCOMMIT, 3);
  numbers.writeUInt16LE(CAPABILITIES >>> 16, 5);
  numbers[7] = 'abcdefghijklmnopqrst\0'.length;
  return Buffer.concat([
    Buffer.from('\x0a5.5.5-10.11.0-MariaDB\0'),
    Buffer.from([1, 0, 0, 0]),
    Buffer.from('abcdefgh\0'),
    numbers,
    Buffer.alloc(10),
    Buffer.from('ijklmnopqrst\0mysql_native_password\0'),
  ]);
}

/** The name follows 32 bytes of flags. */
function userIn(login: Buffer): string {
  return login.toString('latin1', 32, login.indexOf(0, 32));
}
