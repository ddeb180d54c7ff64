#!/usr/bin/env node
/**
 * Runs every check of the repository, all of them even if one fails:
 *
 *   yarn test [--only types,lint,format,jest,faults,browser]
 *
 * The last line says how many passed and failed; what could not run on this
 * machine stands above it, and counts as failed where CI is set.
 */
import { parseArgs } from 'node:util';
import { installMissing } from './testing/installMissing.mjs';
import { runBrowserTests } from './testing/runBrowserTests.mjs';
import { runCheck } from './testing/runCheck.mjs';
import { runFaultTests } from './testing/runFaultTests.mjs';
import { runJest } from './testing/runJest.mjs';
import { startServers } from './testing/startServers.mjs';

const CHECKS = {
  types: { run: signal => runCheck('tsc', [], signal) },
  lint: { run: signal => runCheck('backstage-cli', ['repo', 'lint'], signal) },
  format: { run: signal => runCheck('prettier', ['--check', '.'], signal) },
  jest: {
    needs: ['MariaDB', 'PostgreSQL', 'sqlite3', 'unzip', 'bsdtar', 'Python'],
    // Most tests need none of these; those that do fail without and say so.
    runsInPart: true,
    run: (signal, env) => runJest(env, signal),
  },
  faults: {
    needs: ['MariaDB', 'PostgreSQL'],
    // They kill them, which the other tests would not like.
    hasServersOfItsOwn: true,
    run: signal => runFaultTests(signal),
  },
  browser: {
    needs: ['MariaDB', 'Chromium'],
    run: (signal, env) => runBrowserTests(env, signal),
  },
};

const names = readNames();
const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => interrupted.abort(signal));
}
const outcome = await runAll().catch(error => {
  print(error.message);
  return { passed: 0, failed: 1, couldNotRun: [] };
});
for (const reason of outcome.couldNotRun) print(`could not run: ${reason}`);
const notRun = process.env.CI ? outcome.couldNotRun.length : 0;
const failed = outcome.failed + notRun;
print(`${outcome.passed} passed, ${failed} failed`);
process.exit(failed > 0 || interrupted.signal.aborted ? 1 : 0);

function readNames() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const only = values.only?.split(',') ?? Object.keys(CHECKS);
  const unknown = only.filter(name => !(name in CHECKS));
  if (unknown.length === 0) return only;
  print(`There is no check ${unknown.join(', ')}: ${Object.keys(CHECKS)}`);
  process.exit(2);
}

async function runAll() {
  const missing = installMissing([...listNeeds(names)]);
  const shared = listNeeds(
    names.filter(name => !CHECKS[name].hasServersOfItsOwn),
  );
  const total = { passed: 0, failed: 0, couldNotRun: [] };
  const servers = await startServers({
    mariadb: shared.has('MariaDB') && !missing.includes('MariaDB'),
    postgres: shared.has('PostgreSQL') && !missing.includes('PostgreSQL'),
  });
  try {
    for (const group of groupNames()) {
      print(`\n── ${group.join(', ')} ──`);
      const results = await Promise.all(
        group.map(name => runOne(name, missing, servers.env)),
      );
      results.forEach(result => add(total, result));
    }
  } finally {
    await servers.stop();
  }
  return total;
}

/** What reads the sources alone goes side by side, all else one after the other. */
function groupNames() {
  const reading = names.filter(name => !CHECKS[name].needs);
  const running = names.filter(name => CHECKS[name].needs);
  return [reading, ...running.map(name => [name])].filter(
    group => group.length > 0,
  );
}

function listNeeds(checks) {
  return new Set(checks.flatMap(name => CHECKS[name].needs ?? []));
}

async function runOne(name, missing, env) {
  if (interrupted.signal.aborted) {
    return { passed: 0, failed: 0, couldNotRun: [`${name} (ended)`] };
  }
  const lacking = (CHECKS[name].needs ?? []).filter(it => missing.includes(it));
  const { runsInPart } = CHECKS[name];
  const couldNotRun = lacking.map(it =>
    runsInPart ? `${name} tests that need ${it}` : `${name} (needs ${it})`,
  );
  if (lacking.length > 0 && !runsInPart) {
    return { passed: 0, failed: 0, couldNotRun };
  }
  try {
    const result = await CHECKS[name].run(interrupted.signal, env);
    const skipped = (result.skipped ?? []).map(it => `${name}: ${it}`);
    return { ...result, couldNotRun: [...couldNotRun, ...skipped] };
  } catch (error) {
    print(error.message);
    return { passed: 0, failed: 1, couldNotRun };
  }
}

function add(total, { passed, failed: failures, couldNotRun }) {
  total.passed += passed;
  total.failed += failures;
  total.couldNotRun.push(...couldNotRun);
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
