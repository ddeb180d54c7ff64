import { readFile } from 'node:fs/promises';
import { expect, Page, test } from '@playwright/test';
import JSZip from 'jszip';
import { createTask } from './support/createTask';
import { queryMariadb } from './support/mariadb';
import { openTaskCenter, signIn } from './support/signIn';

const NAME = 'Count the harvest';

const SQL = `DROP TABLE IF EXISTS shop.harvest;
CREATE TABLE shop.harvest (
  id BIGINT PRIMARY KEY, fruit VARCHAR(40), price DECIMAL(30, 10), note TEXT
);
INSERT INTO shop.harvest VALUES
  (9007199254740993, 'apple; "red"', 12345678901234567890.0123456789, NULL),
  (2, 'pear 🍐', 0.5, '');
SELECT SLEEP(3) AS nap;
SELECT * FROM shop.harvest ORDER BY id;`;

const CSV = [
  'id,fruit,price,note',
  '2,pear 🍐,0.5000000000,""',
  '9007199254740993,"apple; ""red""",12345678901234567890.0123456789,',
];

test('a script runs, and its results can be read, downloaded and deleted', async ({
  page,
}) => {
  await signIn(page);
  await openTaskCenter(page);
  await createTask(page, {
    ...{ name: NAME, sql: SQL, statements: 5 },
    confirmWith: 'shop',
  });

  await test.step('its status moves without a reload', async () => {
    await page.evaluate(() => Object.assign(window, { isSamePage: true }));
    const status = page.getByText(/^Status: /);
    await expect(status).toHaveText('Status: Running');
    await expect(status).toHaveText('Status: Completed');
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
    expect(queryMariadb('SELECT COUNT(*) FROM shop.harvest')).toEqual([['2']]);
  });

  await test.step('the download holds what the database said', async () => {
    const { 'manifest.json': manifest, ...csv } = await downloadResults(page);
    expect(Object.values(csv)).toEqual(['nap\n0\n', `${CSV.join('\n')}\n`]);
    expect(JSON.parse(manifest)).toEqual(expect.any(Object));
  });

  await test.step('the log can be searched', async () => {
    await page.getByRole('tab', { name: 'Task Logs' }).click();
    const logs = page.getByRole('tabpanel', { name: 'Task Logs' });
    await expect(logs).toContainText('CREATE TABLE shop.harvest');
    await logs.getByRole('searchbox').fill('harvest');
    await expect(logs).toContainText(/1 of \d+/);
  });

  await test.step('the results can be looked at', async () => {
    await page.getByRole('tab', { name: 'Task Information' }).click();
    await page.getByRole('link', { name: 'Query Results' }).click();
    await page.getByRole('tab', { name: /^#5/ }).click();
    const grid = page.getByRole('grid', { name: 'Rows of statement 5' });
    await expect(grid).toContainText('9007199254740993');
    await expect(grid).toContainText('12345678901234567890.0123456789');
    await expect(grid).toContainText('pear 🍐');
  });

  await test.step('it can be deleted', async () => {
    await openTaskCenter(page);
    await page.getByRole('button', { name: `Delete ${NAME}` }).click();
    await page.getByRole('button', { name: 'Delete task' }).click();
    await expect(page.getByRole('rowheader', { name: NAME })).toHaveCount(0);
  });
});

test('a failed statement is named with the words of the database', async ({
  page,
}) => {
  await signIn(page);
  await openTaskCenter(page);
  await createTask(page, {
    name: 'Ask for what is not there',
    sql: 'SELECT 1;\nSELECT * FROM shop.nowhere;\nSELECT 2;',
    statements: 3,
  });
  await expect(page.getByText(/^Status: /)).toHaveText(
    'Status: Failed at statement 2',
  );
  const records = page.getByRole('region', {
    name: /^Execution Failure Records/,
  });
  await expect(records).toContainText('1146');
  await expect(records).toContainText("Table 'shop.nowhere' doesn't exist");
});

async function downloadResults(page: Page): Promise<Record<string, string>> {
  const starting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download Results' }).click();
  const download = await starting;
  const zip = await JSZip.loadAsync(await readFile(await download.path()));
  const files: Record<string, string> = {};
  for (const name of Object.keys(zip.files).sort()) {
    files[name] = await zip.files[name].async('string');
  }
  return files;
}
