import { Connection } from 'mysql2';
import { EventEmitter } from 'node:events';
import { SessionConnection } from './SessionConnection';

type Answer = Error | undefined;

function setUp(answers: Answer[]) {
  const query = jest.fn(
    (_options: object, done: (error: Answer, rows: unknown[]) => void) => {
      const command = new EventEmitter();
      setImmediate(() => done(answers.shift(), []));
      return command;
    },
  );
  const connection = Object.assign(new EventEmitter(), {
    query,
    config: { charsetNumber: 45 },
  }) as unknown as Connection;
  const identity = { connectionId: 1 } as any;
  return new SessionConnection(connection, {} as any, identity);
}

const refused = Object.assign(new Error('You must reset your password'), {
  code: 'ER_MUST_CHANGE_PASSWORD',
  errno: 1820,
  sqlState: 'HY000',
});
const lost = Object.assign(new Error('Connection lost'), {
  code: 'PROTOCOL_CONNECTION_LOST',
  fatal: true,
});

describe('SessionConnection.restoreUtf8', () => {
  it('believes only what the server has accepted', async () => {
    const session = setUp([refused, undefined]);
    session.speaksUtf8 = false;

    await session.restoreUtf8();
    expect([session.speaksUtf8, session.isOpen]).toEqual([false, true]);

    await session.restoreUtf8();
    expect(session.speaksUtf8).toBe(true);
  });

  it('ends the session when it was lost', async () => {
    const session = setUp([lost]);
    session.speaksUtf8 = false;
    await expect(session.restoreUtf8()).rejects.toMatchObject({
      connectionLost: true,
    });
    expect([session.speaksUtf8, session.isOpen]).toEqual([false, false]);
  });
});
