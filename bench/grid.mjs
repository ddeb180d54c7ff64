#!/usr/bin/env node
/**
 * The grid of the SQL window on a million rows of 200 columns, in a real
 * browser on a real portal: how soon the first rows are there, how many frames
 * a second it draws while it is scrolled, and how soon rows far away are there:
 *
 *   node bench/grid.mjs [rows]
 */
import { TaskCenterClient } from '../scripts/testing/TaskCenterClient.mjs';
import { openPortal } from '../scripts/testing/openPortal.mjs';
import { scrollFrames } from './scrollFrames.mjs';

const rows = Number(process.argv[2] ?? 1_000_000);
const COLUMNS = 200;

const { url, browser, stop } = await openPortal();
try {
  const client = await TaskCenterClient.create(url);
  const began = performance.now();
  const task = await client.create({
    connection: 'shop-mysql',
    name: 'A million rows',
    resultLimit: rows,
    sql: `${selectColumns()} FROM seq_1_to_${rows};`,
  });
  const { resultBytes } = await client.completed(task.id);
  const taskMs = performance.now() - began;
  say(`${rows} rows of ${COLUMNS} columns, ${resultBytes} bytes of CSV`);
  say(`the task took ${seconds(taskMs)}`);
  await measureGrid(`/task-center/tasks/${task.id}`);
} finally {
  await stop();
}

async function measureGrid(path) {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
  });
  await page.goto(url);
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('link', { name: 'Task Center' }).waitFor();
  let began = performance.now();
  await page.goto(`${url}${path}/results`);
  await cell(page, 0).waitFor();
  say(`first rows, with the page itself: ${ms(performance.now() - began)}`);

  await page.goto(url + path);
  const results = page.getByRole('link', { name: 'Query Results' });
  await results.waitFor();
  began = performance.now();
  await results.click();
  await cell(page, 0).waitFor();
  say(`first rows, in the open page: ${ms(performance.now() - began)}`);

  const directions = { down: { y: 240 }, right: { x: 160 } };
  for (const [name, by] of Object.entries(directions)) {
    const { fps, worst } = await scrollFrames(page, '[role=grid]', by);
    say(
      `scrolling ${name}: ${fps.toFixed(1)} frames a second, the longest ${ms(
        worst,
      )}`,
    );
  }
  await page.getByRole('grid').focus();
  await page.keyboard.press('Home');
  began = performance.now();
  await page.keyboard.press('Control+End');
  await cell(page, rows - 1).waitFor();
  say(`from there to the last row: ${ms(performance.now() - began)}`);
}

function cell(page, row) {
  return page
    .locator(`[data-row="${row}"] > [role=gridcell]`)
    .filter({ hasText: /./ })
    .first();
}

function selectColumns() {
  const columns = Array.from({ length: COLUMNS }, (_, n) =>
    n % 4
      ? `(seq * ${n + 7}) MOD 10007 AS c${n}`
      : `LEFT(MD5(seq + ${n}), 9) AS c${n}`,
  );
  return `SELECT ${columns.join(', ')}`;
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

function ms(value) {
  return `${value.toFixed()} ms`;
}

function seconds(value) {
  return `${(value / 1000).toFixed(1)} s`;
}
