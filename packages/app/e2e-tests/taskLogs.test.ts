import { readFile } from 'node:fs/promises';
import { expect, Locator, Page, test } from '@playwright/test';
import { createTask } from './support/createTask';
import { expectAccessible } from './support/expectAccessible';
import { openTaskCenter, signIn } from './support/signIn';

const STATEMENTS = 900;
const WARNINGS = [200, 500, 800];

const SQL = Array.from({ length: STATEMENTS }, (_, i) =>
  WARNINGS.includes(i + 1)
    ? `SELECT CAST('needle ${i + 1}' AS INT);`
    : `SET @step = ${i + 1};`,
).join('\n');

test.describe.configure({ mode: 'serial' });

test.describe('the log of a task', () => {
  let page: Page;
  let list: Locator;

  test.beforeAll(async ({ browser }) => {
    const context = await browser.newContext();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    page = await context.newPage();
    await signIn(page);
    await openTaskCenter(page);
    await createTask(page, {
      name: 'Read my log',
      sql: SQL,
      statements: STATEMENTS,
    });
    await expect(page.getByText(/^Status: /)).toHaveText('Status: Completed');
    list = page.getByRole('grid', { name: 'Log lines' });
  });

  test.afterAll(() => page.context().close());

  test('has a timeline that leads to the statements', async () => {
    const bars = page.getByRole('toolbar', {
      name: 'How long the statements took',
    });
    await expect(bars.getByRole('button').first()).toHaveAccessibleName(
      /^Statements 1 to 8: .*, the slowest is #\d with/,
    );
    const slowest = page
      .getByRole('list', { name: 'Slowest statements' })
      .getByRole('link')
      .first();
    const number = (await slowest.innerText()).slice(1);
    await slowest.click();
    await expect(page).toHaveURL(new RegExp(`statement=${number}$`));
    await expect(page.getByRole('table', { name: 'Statements' })).toBeVisible();
    await page.getByRole('tab', { name: 'Task Logs' }).click();
    await expect(list.getByText('SET @step = 1 ·')).toBeVisible();
  });

  test('is searched from the keyboard', async () => {
    await list.focus();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('NEEDLE');
    // Each of them has a line about what it did and one about its warning.
    await expect(page.getByText('1 of 6', { exact: true })).toBeVisible();
    await expect(current(list)).toContainText("CAST('needle 200' AS INT)");
    await expect(current(list).locator('mark')).toHaveText('needle');
    await page.keyboard.press('Shift+Enter');
    await expect(page.getByText('6 of 6', { exact: true })).toBeVisible();
    await expect(current(list)).toContainText('needle 800');
    await list.focus();
    await page.keyboard.press('F3');
    await expect(page.getByText('1 of 6', { exact: true })).toBeVisible();

    await page.getByRole('button', { name: 'Match case' }).click();
    await expect(page.getByText('no match')).toBeVisible();
    await page.getByRole('button', { name: 'Regular expression' }).click();
    const field = page.getByRole('searchbox', { name: 'Find in the log' });
    await field.fill('@step = \\d*99 ');
    // From what is in sight on.
    await expect(page.getByText('2 of 9', { exact: true })).toBeVisible();
    await expect(current(list).locator('mark')).toHaveText('@step = 199 ');
    await field.fill('(');
    await expect(
      page.getByText(/^This is not a regular expression/),
    ).toBeVisible();
    await field.fill('');
  });

  test('is filtered by level', async () => {
    await page.getByRole('radio', { name: /^Alert logs \d/ }).click();
    await expect(list.getByRole('row').first()).toContainText('WARN');
    await expect(list.getByText('INFO', { exact: true })).toHaveCount(0);
    await page.getByRole('radio', { name: 'Error', exact: true }).click();
    await expect(page.getByText('No such lines')).toBeVisible();
    expect(page.url()).toContain('level=error');
    await page.getByRole('radio', { name: 'All logs' }).click();
  });

  test('is linked to by its lines', async () => {
    const line = list.getByRole('row').nth(3);
    await line.getByRole('link').first().click();
    await page.getByRole('button', { name: 'Copy link to this line' }).click();
    await expect(page.getByText('The link is copied.')).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/\?tab=logs&line=4$/);

    await page.goto(link.replace('line=4', 'line=703-705'));
    const marked = list.locator('[aria-selected=true]');
    await expect(marked).toHaveCount(3);
    await expect(marked.first()).toBeInViewport();
    await page.getByRole('button', { name: 'Copy lines' }).click();
    await expect(page.getByText('3 lines copied.')).toBeVisible();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text.trim().split('\n')).toHaveLength(3);
  });

  test('is one stop for the keyboard', async () => {
    await page.getByRole('button', { name: 'Unmark' }).click();
    await list.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await expect(active(list)).toContainText('Connected to');
    await page.keyboard.press('ArrowDown');
    await expect(active(list)).toContainText('SET @step = 1 ·');
    await page.keyboard.press('End');
    await expect(active(list)).toBeInViewport();
    await expect(active(list)).toHaveAttribute(
      'aria-rowindex',
      (await list.getAttribute('aria-rowcount'))!,
    );
    await page.keyboard.press('Tab');
    await expect(list.locator(':focus')).toHaveCount(0);
    await expect(list).not.toBeFocused();
  });

  test('is selected beyond what is in sight, and copied', async () => {
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await list.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    const total = Number(await list.getAttribute('aria-rowcount'));
    await expect(page.getByText(/lines copied\.$/)).toBeVisible();
    expect((await clipboard()).trim().split('\n')).toHaveLength(total);
    await page.keyboard.press('Escape');

    await page.keyboard.press('Home');
    const box = (await list.boundingBox())!;
    await page.mouse.move(box.x + 300, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x + 320, box.y + 80);
    // Below its end, the list goes on by itself.
    await page.mouse.move(box.x + 320, box.y + box.height + 40);
    await expect
      .poll(async () =>
        Number(await active(list).getAttribute('aria-rowindex')),
      )
      .toBeGreaterThan(100);
    await page.mouse.up();
    const last = await active(list).getAttribute('aria-rowindex');
    await list.focus();
    await page.keyboard.press('Control+c');
    await expect(
      page.getByText(`${Number(last) - 1} lines copied.`),
    ).toBeVisible();
    expect(await clipboard()).toContain('SET @step = 50 ·');
    await page.keyboard.press('Escape');
  });

  test('is downloaded as a whole', async () => {
    const starting = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download' }).click();
    const text = await readFile(await (await starting).path(), 'utf8');
    expect(text.match(/ INFO {2}#\d+ SET @step = /g)).toHaveLength(
      STATEMENTS - WARNINGS.length,
    );
  });

  ['light', 'dark'].forEach(theme => {
    test(`has no axe violation in the ${theme} theme`, async () => {
      await page.evaluate(name => localStorage.setItem('theme', name), theme);
      await page.goto(
        page.url().replace(/\?.*/, '?tab=logs&level=warn&line=203-204'),
      );
      await page
        .getByRole('searchbox', { name: 'Find in the log' })
        .fill('needle');
      await expect(current(list).locator('mark')).toBeVisible();
      await expectAccessible(page, 'the log');
      await page.getByText('Wrap', { exact: true }).click();
      await expect(list).toHaveAttribute('data-wrapped');
      await expectAccessible(page, 'the wrapped log');
      await page.getByRole('tab', { name: 'Task Information' }).click();
      await page.getByRole('list', { name: 'Slowest statements' }).waitFor();
      await expectAccessible(page, 'the timeline');
      await page.keyboard.press('?');
      const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
      await expect(dialog.getByText('Copy the selected lines')).toBeVisible();
      await expectAccessible(page, 'the list of shortcuts');
    });
  });
});

function current(list: Locator): Locator {
  return list.locator('[aria-current=true]');
}

/** The line that the keyboard is at. */
function active(list: Locator): Locator {
  return list.locator('[data-active]');
}
