import { expect, Page, test } from '@playwright/test';
import { expectAccessible } from './support/expectAccessible';
import { queryMariadb } from './support/mariadb';
import { openTaskCenter, signIn } from './support/signIn';

const ROWS = 20_000;

test.beforeAll(() => {
  for (const sql of [
    'DROP TABLE IF EXISTS shop.harvests, shop.log_a, shop.log_b',
    'CREATE TABLE shop.harvests (id INT PRIMARY KEY, fruit VARCHAR(40), picked_at DATETIME)',
    `INSERT INTO shop.harvests SELECT seq, 'apple', NOW() FROM shop.seq_1_to_${ROWS}`,
    'ANALYZE TABLE shop.harvests',
    'CREATE TABLE shop.log_a (n INT)',
    'CREATE TABLE shop.log_b (n INT)',
  ]) {
    queryMariadb(sql);
  }
});

for (const theme of ['light', 'dark']) {
  test(`warnings name the line, and what cannot be taken back is asked for, in the ${theme} theme`, async ({
    page,
  }) => {
    await openForm(page, theme);
    await editor(page).fill(
      `INSERT INTO harvests VALUES (0, 'pear', NOW());
UPDATE harvests SET fruit = 'plum';
BEGIN;
DELETE FROM harvests WHERE id = 1;
ALTER TABLE harvests ADD COLUMN note TEXT;
TRUNCATE TABLE log_a;`,
    );
    const warnings = page.getByRole('region', { name: 'Warnings' });
    await expect(warnings).toContainText(
      /Line 2 UPDATE harvests ≈ (19|20)K rows/,
    );
    await expect(warnings).toContainText('Line 5 ALTER TABLE');
    await expect(warnings).toContainText('commits the open transaction');
    await expectAccessible(page, 'the warnings');

    await warnings.getByRole('button', { name: /^Line 6: TRUNCATE/ }).click();
    await expect(
      page.getByText('Statement 6 of 6 · Line 6, column 1'),
    ).toBeVisible();
    await expect(editor(page)).toBeFocused();

    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog', {
      name: 'Run this script on Storefront?',
    });
    await expect(dialog).toContainText('TRUNCATE empties its table: log_a');
    await expectAccessible(page, 'the question');
    const run = dialog.getByRole('button', { name: 'Run task' });
    await expect(dialog.getByRole('textbox')).toBeFocused();
    await page.keyboard.type('storefront');
    await expect(run).toBeDisabled();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(editor(page)).toBeFocused();
    expect(queryMariadb('SELECT COUNT(*) FROM shop.harvests')).toEqual([
      [String(ROWS)],
    ]);
  });

  test(`several files run in the order that they are put in, in the ${theme} theme`, async ({
    page,
  }) => {
    const table = theme === 'light' ? 'log_a' : 'log_b';
    queryMariadb(`TRUNCATE shop.${table}`);
    await openForm(page, theme);
    await page
      .getByTestId('script-file')
      .setInputFiles([
        sqlFile(
          'second.sql',
          `INSERT INTO ${table} SELECT COUNT(*) + 10 FROM ${table}`,
        ),
        sqlFile(
          'first.sql',
          `DELIMITER //\nINSERT INTO ${table} VALUES (1)//\nINSERT INTO ${table} VALUES (2)`,
        ),
        sqlFile('gone.sql', 'SELECT 1;'),
      ]);
    const files = page.getByRole('list', { name: /^Files of the script/ });
    await expect(files.getByRole('listitem')).toHaveText([
      /second\.sql.*1 statement$/,
      /first\.sql.*2 statements$/,
      /gone\.sql.*1 statement$/,
    ]);
    await page.getByRole('button', { name: 'Remove gone.sql' }).click();
    await files
      .getByRole('listitem')
      .nth(0)
      .dragTo(files.getByRole('listitem').nth(1));
    await expect(files.getByRole('listitem').first()).toContainText(
      'first.sql',
    );
    await files.getByRole('button', { name: 'first.sql', exact: true }).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(files.getByRole('listitem').first()).toContainText(
      'second.sql',
    );
    await page.keyboard.press('Alt+ArrowUp');
    await expect(files.getByRole('listitem')).toHaveText([
      /first\.sql.*2 statements$/,
      /second\.sql.*1 statement$/,
    ]);
    await expectAccessible(page, 'the files');

    await page
      .getByRole('textbox', { name: 'Task Name' })
      .fill(`Files, ${theme}`);
    await page.getByRole('button', { name: 'Run task' }).click();
    await page.getByRole('article', { name: `Files, ${theme}` }).waitFor();
    await expect(page.getByText(/^Status: /)).toHaveText('Status: Completed');
    expect(queryMariadb(`SELECT n FROM shop.${table} ORDER BY n`)).toEqual([
      ['1'],
      ['2'],
      ['12'],
    ]);
  });
}

test('the editor offers the columns of the database', async ({ page }) => {
  await openForm(page, 'dark');
  // The service knows the tables as they were some seconds ago.
  await expect(async () => {
    const schema = page.waitForResponse(/\/schema$/);
    await page.goto('/task-center/tasks/new?connection=shop-mysql');
    expect(await (await schema).text()).toContain('picked_at');
  }).toPass();
  await editor(page).click();
  await page.keyboard.type('SELECT h.pick FROM harvests h');
  for (let i = 0; i < ' FROM harvests h'.length; i++) {
    await page.keyboard.press('ArrowLeft');
  }
  await page.keyboard.press('Control+Space');
  const option = page.getByRole('option', { name: /picked_at/ });
  await expect(option).toContainText('datetime');
  await expectAccessible(page, 'the completion');
  await page.keyboard.press('Enter');
  await expect(editor(page)).toHaveText('SELECT h.picked_at FROM harvests h');
});

test('a large file is uploaded as it is', async ({ page }) => {
  await openForm(page, 'light');
  const line = `INSERT INTO log_a VALUES (${'1'.repeat(9)});\n`;
  const lines = Math.ceil((4 * 1024 * 1024) / line.length);
  await page
    .getByTestId('script-file')
    .setInputFiles(
      sqlFile(
        'large.sql',
        `TRUNCATE log_a;\n-- ${'x'.repeat(1000)}\nSELECT 1;\n`.repeat(1) +
          `-- ${line}`.repeat(lines),
      ),
    );
  await expect(page.getByLabel('What will happen')).toContainText(
    /^What will happen2 statements/,
  );
  await expect(
    page.getByText('It is too large to be edited here.'),
  ).toBeVisible();
  await page.getByRole('button', { name: /^Line 1: TRUNCATE log_a/ }).click();
  await expect(page.getByText('Line 1 of large.sql')).toBeVisible();
  await page.getByRole('button', { name: 'Run task' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('shop');
  await dialog.getByRole('button', { name: 'Run task' }).click();
  await page.getByRole('article', { name: 'large' }).waitFor();
  await expect(page.getByText(/^Status: /)).toHaveText('Status: Completed');
});

test('a draft says which files it has lost', async ({ page }) => {
  await openForm(page, 'light');
  await page
    .getByTestId('script-file')
    .setInputFiles([
      sqlFile('a.sql', 'SELECT 1'),
      sqlFile('b.sql', 'SELECT 2'),
    ]);
  await page.getByRole('list', { name: /^Files of the script/ }).waitFor();
  await page.reload();
  await expect(
    page.getByText('“a.sql”, “b.sql” are not kept by the browser'),
  ).toBeVisible();
});

async function openForm(page: Page, theme: string): Promise<void> {
  await page.addInitScript(name => localStorage.setItem('theme', name), theme);
  await signIn(page);
  await openTaskCenter(page);
  await page.getByRole('link', { name: 'New task' }).first().click();
  await page.getByRole('button', { name: /Connection/ }).click();
  await page.getByRole('option', { name: /^Storefront/ }).click();
}

function editor(page: Page) {
  return page.getByRole('textbox', { name: 'SQL script' });
}

function sqlFile(name: string, text: string) {
  return { name, mimeType: 'application/sql', buffer: Buffer.from(text) };
}
