import { readFile } from 'node:fs/promises';
import { expect, Locator, Page, test } from '@playwright/test';
import { createTask } from './support/createTask';
import { openTaskCenter, signIn } from './support/signIn';

const ROWS = 300_000;

const SQL = `CREATE OR REPLACE TABLE shop.measured (
  id BIGINT PRIMARY KEY, place VARCHAR(40), amount DECIMAL(20, 4), note TEXT
);
INSERT INTO shop.measured SELECT
  seq,
  CONCAT('place ', seq MOD 1000),
  (seq * 7919) MOD ${ROWS} + 0.5,
  IF(seq MOD 3 = 0, NULL, IF(seq = 271828, 'the needle', ''))
FROM seq_1_to_${ROWS};
SELECT * FROM shop.measured ORDER BY id;`;

test.describe.configure({ mode: 'serial' });

test.describe('the query results', () => {
  let page: Page;
  let grid: Locator;

  test.beforeAll(async ({ browser }) => {
    page = await browser.newPage();
    await page
      .context()
      .grantPermissions(['clipboard-read', 'clipboard-write']);
    await signIn(page);
    await openTaskCenter(page);
    await createTask(page, {
      name: 'Look closely',
      sql: SQL,
      statements: 3,
      resultLimit: ROWS,
    });
    await expect(page.getByText(/^Status: /)).toHaveText('Status: Completed');
    await page.getByRole('link', { name: 'Query Results' }).click();
    grid = page.getByRole('grid', { name: 'Rows of statement 3' });
    await expect(cell(grid, 0, 0)).toHaveText('1');
  });

  test.afterAll(() => page.close());

  test('are sorted and filtered by the service', async () => {
    await page.getByRole('button', { name: 'Sort by amount' }).click();
    await expect(cell(grid, 0, 2)).toHaveText('0.5000');
    await expect(cell(grid, 0, 0)).toHaveText(String(ROWS));

    await page.getByRole('button', { name: 'Menu of place' }).click();
    await page.getByRole('menuitem', { name: 'Filter…' }).click();
    await page.getByRole('textbox', { name: 'Value' }).fill('PLACE 99');
    await page.getByRole('button', { name: 'Apply' }).click();
    // 99 and 990 to 999, of which each stands in every thousandth row.
    await expect(
      page.getByText('3,300 of 300,000 rows', { exact: true }),
    ).toBeVisible();
    await expect(cell(grid, 0, 1)).toHaveText(/^place 99/);
    // The order stands in the address, the words of a filter do not.
    expect([...new URL(page.url()).searchParams]).toEqual([['sort', '3']]);
    await page.getByRole('button', { name: 'Clear all' }).click();
    await expect(cell(grid, 0, 0)).toHaveText('1');
  });

  test('are searched through to the end', async () => {
    await page.keyboard.press('Control+f');
    await page.keyboard.type('NEEDLE');
    await page.keyboard.press('Enter');
    await expect(grid.locator('[data-focus]')).toHaveText('the needle');
    await expect(
      grid.getByRole('rowheader', { name: '271828', exact: true }),
    ).toBeVisible();
    await page.getByRole('searchbox').fill('');
  });

  test('are copied as INSERT statements', async () => {
    await grid.focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+End');
    await page.getByRole('button', { name: 'Copy as' }).click();
    await page.getByRole('menuitem', { name: 'INSERT statements…' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('textbox')).toHaveValue('shop.measured');
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await expect(
      page.getByText('8 cells copied as INSERT statements.'),
    ).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      [
        'INSERT INTO `shop`.`measured` (`id`, `place`, `amount`, `note`) VALUES',
        "  (1, 'place 1', 7919.5000, ''),",
        "  (2, 'place 2', 15838.5000, '');",
        '',
      ].join('\n'),
    );
  });

  test('keep a column hidden through a reload', async () => {
    await page.getByRole('button', { name: 'Menu of place' }).click();
    await page.getByRole('menuitem', { name: 'Hide column' }).click();
    await expect(cell(grid, 0, 1)).toHaveText('7919.5000');
    expect(page.url()).toContain('hide=2');
    await page.reload();
    await expect(cell(grid, 0, 1)).toHaveText('7919.5000');
    await page.getByRole('button', { name: 'Columns: 3 of 4' }).click();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.keyboard.press('Escape');
    await expect(cell(grid, 0, 1)).toHaveText('place 1');
  });

  test('are downloaded with options', async () => {
    await page.getByRole('button', { name: 'Download with options' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'For Excel' }).click();
    await dialog.getByRole('textbox', { name: 'Text for NULL' }).fill('nil');
    const starting = page.waitForEvent('download');
    await dialog.getByRole('link', { name: 'Download' }).click();
    const text = await readFile(await (await starting).path(), 'utf8');
    expect(text.slice(0, 90)).toBe(
      '\ufeffid,place,amount,note\n1,place 1,7919.5000,""\n2,place 2,15838.5000,""\n3,place 3,23757.5000,nil\n'.slice(
        0,
        90,
      ),
    );
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  test('are kept longer, and dropped', async () => {
    await page.getByRole('button', { name: /^Kept until/ }).click();
    await page.getByRole('menuitem', { name: 'Keep longer…' }).click();
    const keeping = page.getByRole('dialog');
    const choice = keeping.getByRole('radio').first();
    await expect(choice).toBeChecked();
    const [, date] = /until (.*)\)/.exec(
      await keeping
        .getByText(/\(until/)
        .first()
        .innerText(),
    )!;
    await keeping.getByRole('button', { name: 'Keep them' }).click();
    const kept = page.getByRole('button', { name: `Kept until ${date}` });
    await kept.click();
    await page.getByRole('menuitem', { name: 'Drop results…' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Drop results' })
      .click();
    await expect(page.getByText('The results are gone')).toBeVisible();
    await page.getByRole('link', { name: 'Back to the task' }).click();
    await expect(page.getByText(/^The results were dropped on/)).toBeVisible();
  });
});

function cell(grid: Locator, row: number, place: number): Locator {
  return grid.locator(
    `[data-row="${row}"] > [role=gridcell][data-column="${place}"]`,
  );
}
