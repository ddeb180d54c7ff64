#!/usr/bin/env node
/**
 * The log and the timeline of a task with a million lines and statements, in a
 * real browser on a real portal: how soon the first lines are there, how many
 * frames a second are drawn while it is scrolled, how much memory the page
 * takes, and how long it takes to find something in all of it:
 *
 *   node bench/log.mjs [lines]
 */
import { TaskCenterClient } from '../scripts/testing/TaskCenterClient.mjs';
import { openPortal } from '../scripts/testing/openPortal.mjs';
import { percentile } from './percentile.mjs';
import { scrollFrames } from './scrollFrames.mjs';

const statements = Number(process.argv[2] ?? 1_000_000);
const FAILURES = 17;
const LIST = '[role=grid][aria-label="Log lines"]';
const TIMES = 50;
const MIB = 2 ** 20;

const { url, browser, stop } = await openPortal();
try {
  const client = await TaskCenterClient.create(url);
  const began = performance.now();
  // SQLite runs each statement by itself, so that each has a line of its own.
  const task = await client.run(
    {
      connection: 'inventory',
      name: 'A million lines',
      errorHandling: 'continue',
    },
    createScript(),
  );
  say(`the task took ${seconds(performance.now() - began)}`);
  await measureTimeline(client, task.id);
  await measureLog(task.id);
} finally {
  await stop();
}

function* createScript() {
  yield 'CREATE TEMP TABLE measured (id INTEGER, place TEXT);\n';
  const step = Math.floor(statements / FAILURES);
  for (let n = 0; n < statements; n++) {
    const table = n % step === step - 1 ? 'nowhere' : 'measured';
    yield `INSERT INTO ${table} VALUES (${n}, 'place ${n % 1_000}');\n`;
  }
}

async function measureTimeline(client, id) {
  const times = [];
  let bytes = 0;
  for (let n = 0; n < TIMES; n++) {
    const began = performance.now();
    const answer = await client.request('GET', `/tasks/${id}/timeline`);
    bytes = (await answer.text()).length;
    times.push(performance.now() - began);
  }
  say(
    `timeline: median ${ms(percentile(times, 50))}, 95 % ${ms(
      percentile(times, 95),
    )}, ${bytes} characters`,
  );
}

async function measureLog(id) {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
  });
  await page.goto(url);
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('link', { name: 'Task Center' }).waitFor();

  let began = performance.now();
  await page.goto(`${url}/task-center/tasks/${id}?tab=logs`);
  await line(page, 0).waitFor();
  say(`first lines, with the page itself: ${ms(performance.now() - began)}`);

  await page.getByRole('tab', { name: 'Task Information' }).click();
  await page.getByRole('list', { name: 'Slowest statements' }).waitFor();
  const before = await heapBytes(page);
  began = performance.now();
  await page.getByRole('tab', { name: 'Task Logs' }).click();
  await line(page, 0).waitFor();
  say(`first lines, in the open page: ${ms(performance.now() - began)}`);

  const { fps, worst } = await scrollFrames(page, LIST, { y: 240 });
  say(
    `scrolling down: ${fps.toFixed(1)} frames a second, the longest ${ms(
      worst,
    )}`,
  );
  await page.locator(LIST).focus();
  began = performance.now();
  await page.keyboard.press('End');
  await line(page, statements).waitFor();
  say(`from there to the last lines: ${ms(performance.now() - began)}`);
  await page.keyboard.press('Home');
  await line(page, 0).waitFor();
  const more = (await heapBytes(page)) - before;
  say(`memory of the page above that without the log: ${mib(more)}`);

  await measureFind(page, 'a text', 'NOWHERE values', FAILURES);
  await page.getByRole('button', { name: 'Regular expression' }).click();
  await measureFind(page, 'a regular expression', 'no\\w+e values', FAILURES);
  await measureFind(page, 'what is in every line', 'insert', statements);
}

async function measureFind(page, what, text, lines) {
  const field = page.getByRole('searchbox', { name: 'Find in the log' });
  await field.fill('');
  await page.locator(LIST).focus();
  await page.keyboard.press('Home');
  await line(page, 0).waitFor();
  const began = performance.now();
  await field.fill(text);
  await page.locator('[aria-current=true] mark').first().waitFor();
  const first = performance.now() - began;
  const all = lines.toLocaleString('en-US');
  await page.getByText(`1 of ${all}`, { exact: true }).waitFor();
  const counted = performance.now() - began;
  await page.keyboard.press('Shift+Enter');
  await page.getByText(`${all} of ${all}`, { exact: true }).waitFor();
  await page.locator('[aria-current=true] mark').first().waitFor();
  const last = performance.now() - began - counted;
  say(
    `finding ${what}: the first after ${ms(
      first,
    )}, all ${all} counted after ${ms(counted)}, from there to the last ${ms(
      last,
    )}`,
  );
}

async function heapBytes(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

function line(page, position) {
  return page
    .locator(`${LIST} [data-index="${position}"]`)
    .filter({ has: page.locator('time') });
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

function ms(value) {
  return `${value.toFixed()} ms`;
}

function mib(bytes) {
  return `${(bytes / MIB).toFixed(1)} MiB`;
}

function seconds(value) {
  return `${(value / 1000).toFixed(1)} s`;
}
