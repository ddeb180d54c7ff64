import { setTimeout as sleep } from 'node:timers/promises';
import { readLedger } from './readLedger.mjs';

/** Within which a server has noticed that nobody is there any more; a session that is left stays for hours. */
const SESSIONS_END_MS = 10_000;
const FINAL = ['completed', 'failed', 'aborted'];
/** How far behind the first statement that did not end well the rest is. */
const RANK = { succeeded: 0, failed: 0, 'rolled-back': 0 };
Object.assign(RANK, { aborted: 1, unknown: 1, skipped: 2 });

/**
 * Compares what is recorded about tasks with what happened in the database.
 * This is what has to hold whatever was done to the backend, the servers and
 * the network:
 *
 * - every task has ended, and its figures are those of its statements;
 * - a statement that is recorded as succeeded ran once and is there;
 * - what is there belongs to a statement recorded as succeeded or unknown;
 * - nothing ran twice, and nothing behind a statement that was never sent;
 * - no session of a task is left on the server.
 *
 * @param {object} what
 * @param {TaskCenterClient} what.client - asks any backend that is alive
 * @param {object} what.target - the database that the tasks ran on
 * @param {{ id: string, script: object }[]} what.tasks - every task that ran
 *   on it
 * @returns {Promise<string[]>} a sentence for each thing that is not so
 */
export async function findUntruths({ client, target, tasks }) {
  const marks = groupMarks(await target.countMarks());
  const untruths = [];
  for (const { id, script } of tasks) {
    const task = await client.send('GET', `/tasks/${id}`);
    const statements = await readLedger(client, id);
    const found = [
      ...checkFigures(task, statements, script),
      ...checkOrder(task, statements),
      ...checkMarks(statements, script, marks.get(script.tag) ?? new Map()),
    ];
    marks.delete(script.tag);
    const failure = task.failure ? `: ${task.failure.message}` : '';
    const who = `task ${script.tag} on ${target.engine} (${task.status}${failure})`;
    untruths.push(...found.slice(0, 5).map(text => `${who}: ${text}`));
  }
  for (const tag of marks.keys()) untruths.push(`rows of nobody: ${tag}`);
  const sessions = await sessionsLeft(target);
  return [...untruths, ...sessions.map(it => `a session is left: ${it}`)];
}

function groupMarks(rows) {
  const marks = new Map();
  for (const { tag, n, times } of rows) {
    if (!marks.has(tag)) marks.set(tag, new Map());
    marks.get(tag).set(n, times);
  }
  return marks;
}

function checkFigures(task, statements, script) {
  const count = state => statements.filter(it => it.state === state).length;
  const found = [];
  const expect = (what, actual, expected) => {
    if (actual !== expected) found.push(`${what}: ${actual}, not ${expected}`);
  };
  if (!FINAL.includes(task.status)) found.push('has not ended');
  if (statements.length > 0) {
    expect('statements', statements.length, script.kinds.length);
  }
  expect('succeeded', task.succeededStatements, count('succeeded'));
  expect('failed', task.failedStatements, count('failed'));
  if (task.status === 'completed') {
    expect('done', count('succeeded') + count('failed'), script.kinds.length);
  }
  return found;
}

function checkOrder(task, statements) {
  const ranks = statements.map(({ state }) => RANK[state]);
  const wrong = ranks.findIndex(
    (rank, at) => rank === undefined || rank < ranks[at - 1],
  );
  if (wrong < 0) return [];
  const { index, state } = statements[wrong];
  const before = statements[wrong - 1]?.state ?? 'nothing';
  return [`statement ${index} is ${state} behind ${before}`];
}

function checkMarks(statements, script, marks) {
  const found = [];
  const states = new Map(statements.map(it => [it.index, it.state]));
  script.kinds.forEach((kind, at) => {
    const n = at + 1;
    const times = marks.get(n) ?? 0;
    const state = states.get(n) ?? 'never sent';
    if (times > 1) {
      found.push(`statement ${n} (${state}) ran ${times} times`);
    } else if (times === 1 && !['succeeded', 'unknown'].includes(state)) {
      found.push(`statement ${n} is ${state}, but its row is there`);
    } else if (times === 0 && kind === 'insert' && state === 'succeeded') {
      found.push(`statement ${n} is ${state}, but its row is missing`);
    }
  });
  return found;
}

/** A server needs a moment to take a session that has ended off its list. */
async function sessionsLeft(target) {
  const deadline = Date.now() + SESSIONS_END_MS;
  for (;;) {
    const sessions = await target.sessions();
    if (sessions.length === 0 || Date.now() > deadline) return sessions;
    await sleep(200);
  }
}
