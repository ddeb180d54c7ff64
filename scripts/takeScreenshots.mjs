#!/usr/bin/env node
/**
 * Takes the pictures of docs/images: starts the portal, runs some tasks on it, and photographs its pages. To look at how
 * they are on a narrow screen:
 *
 *   node scripts/takeScreenshots.mjs [directory] [width]
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPortal } from './testing/openPortal.mjs';
import { ROOT } from './testing/repository.mjs';
import { TaskCenterClient } from './testing/TaskCenterClient.mjs';

const [directory = join(ROOT, 'docs', 'images'), width = '1280'] =
  process.argv.slice(2);
const ACCOUNTS = Array.from(
  { length: 3_000 },
  (_, n) => `REPLACE INTO prices VALUES (${n}, ${n}.5, 'price ${n}');`,
);

const TASKS = [
  {
    connection: 'shop-mysql',
    name: 'Backfill order prices',
    description: 'Ticket 4711',
    sql: `CREATE TABLE prices (id INT PRIMARY KEY, price DECIMAL(20,4), note VARCHAR(80));\n${ACCOUNTS.join(
      '\n',
    )}`,
  },
  {
    connection: 'orders',
    name: 'Monthly report',
    resultLimit: 50_000,
    sql: `-- Revenue by status
SELECT status, count(*) AS orders, round(sum(total_eur), 2) AS revenue
FROM orders
GROUP BY status;

SELECT * FROM orders ORDER BY id;
SELECT * FROM products ORDER BY id;`,
  },
  {
    connection: 'shop-mysql',
    name: 'Fix duplicates',
    errorHandling: 'continue',
    sql: `CREATE TABLE fix (id INT PRIMARY KEY);
INSERT INTO fix VALUES (7);
INSERT INTO fix VALUES (7);
INSERT INTO nowhere VALUES (1);
SELECT * FROM fix;`,
  },
  {
    connection: 'shop-mysql',
    name: 'Drop old index',
    sql: 'SELECT 1;\nALTER TABLE prices DROP INDEX old_index;\nSELECT 2;',
  },
  {
    connection: 'inventory',
    name: 'Stock per warehouse',
    sql: 'SELECT * FROM stock;',
  },
  {
    connection: 'shop-mysql',
    name: 'Rebuild statistics',
    sql: 'SELECT 1;\nSELECT 2;\nSELECT SLEEP(600);\nSELECT 4;',
  },
  {
    connection: 'shop-mysql',
    name: 'Nightly clean-up',
    sql: 'SELECT 1;\nSELECT SLEEP(600);',
  },
  { connection: 'shop-mysql', name: 'Refresh views', sql: 'SELECT 1;' },
];

const { url, browser, stop } = await openPortal();
try {
  const client = await TaskCenterClient.create(url);
  const ids = {};
  for (const task of TASKS) {
    ids[task.name] = (await client.create(task)).id;
    await sleep(300);
  }
  await sleep(5_000);
  mkdirSync(directory, { recursive: true });
  for (const theme of ['light', 'dark']) {
    await photograph(theme, ids);
  }
} finally {
  await stop();
}

async function photograph(theme, ids) {
  const context = await browser.newContext({
    viewport: { width: Number(width), height: 800 },
    colorScheme: theme,
  });
  const page = await context.newPage();
  await page.addInitScript(name => localStorage.setItem('theme', name), theme);
  await page.goto(url);
  const enter = page.getByRole('button', { name: 'Enter' });
  await enter.click();
  await enter.waitFor({ state: 'hidden' });
  const tasks = '/task-center/tasks';
  const pages = {
    list: tasks,
    details: `${tasks}?task=${ids['Fix duplicates']}`,
    log: `${tasks}?task=${ids['Backfill order prices']}&tab=logs`,
    results: `${tasks}/${ids['Monthly report']}/results?resultSet=2`,
    'new-task': `${tasks}/new?copy=${ids['Monthly report']}`,
  };
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(url + path);
    await page.waitForLoadState('networkidle').catch(() => {});
    await sleep(1_500);
    await page.screenshot({
      path: resolve(directory, `${name}-${theme}.png`),
    });
  }
  await context.close();
}
