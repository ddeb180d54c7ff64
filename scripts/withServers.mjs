#!/usr/bin/env node
/**
 * Runs a command with a private MariaDB and PostgreSQL to test against:
 *
 *   node scripts/withServers.mjs yarn workspace <package> test
 */
import { installMissing } from './testing/installMissing.mjs';
import { runCommand } from './testing/runCommand.mjs';
import { startServers } from './testing/startServers.mjs';

const [command, ...args] = process.argv.slice(2);
if (!command) {
  process.stderr.write('usage: node scripts/withServers.mjs <command…>\n');
  process.exit(2);
}

const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => stopped.abort(signal));
}

installMissing(['MariaDB', 'PostgreSQL', 'sqlite3']);
const servers = await startServers();
let code = 1;
try {
  const { env } = servers;
  code = await runCommand(command, args, { env, signal: stopped.signal });
} finally {
  await servers.stop();
}
process.exit(code);
