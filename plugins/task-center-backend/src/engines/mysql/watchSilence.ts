import { Connection } from 'mysql2';
import {
  ProbeResult,
  SilenceTimings,
  SilenceWatch,
} from '../network/SilenceWatch';
import { socketOf } from './dropConnection';
import { MysqlAddress } from './readMysqlConfig';
import { ServerRequest } from './ServerRequest';
import { findSession, ServerSession } from './ServerSession';
import { OtherServerError } from '../network/withSameServer';
import { withControlConnection } from './withControlConnection';

/**
 * Watches over a request until it has ended.
 *
 * @param options.onLost - called when the answer will not come any more
 * @internal
 */
export function watchSilence(options: {
  run: ServerRequest;
  connection: Connection;
  address: MysqlAddress;
  session: ServerSession;
  timings?: Partial<SilenceTimings>;
  onLost(reason: string): void;
}): void {
  const { run, connection, timings, onLost } = options;
  const socket = socketOf(connection);
  let seen = socket.bytesRead;
  let heardAt = performance.now();
  const watch = SilenceWatch.start({
    // What came since the last look counts as heard just now.
    lastHeard: () => {
      if (run.isHeld || socket.bytesRead !== seen) {
        seen = socket.bytesRead;
        heardAt = performance.now();
      }
      return heardAt;
    },
    probe: () => probe(options),
    onLost,
    timings,
  });
  run.ended.then(() => watch.stop());
}

async function probe({
  run,
  address,
  session,
}: {
  run: ServerRequest;
  address: MysqlAddress;
  session: ServerSession;
}): Promise<ProbeResult> {
  try {
    const doing = await withControlConnection(
      address,
      session.server,
      control => findSession(control, session),
    );
    if (!doing) {
      return 'gone';
    }
    if (!doing.busy) {
      run.settle();
    }
    return doing.busy ? 'busy' : 'idle';
  } catch (error) {
    return judgeFailure(error);
  }
}

// A server that refuses the second connection, or another one that answers in its place, shows that the network works
// and tells nothing about the session.
function judgeFailure(error: any): ProbeResult {
  if (error instanceof OtherServerError) {
    return error.isRestart ? 'gone' : 'busy';
  }
  if (error.code !== undefined) {
    return 'busy';
  }
  throw error;
}
