import { expect, test } from '@playwright/test';
import { createTask } from './support/createTask';
import { expectAccessible } from './support/expectAccessible';
import { openTaskCenter, signIn } from './support/signIn';

for (const theme of ['light', 'dark']) {
  test(`no page has an axe violation in the ${theme} theme`, async ({
    page,
  }) => {
    await page.addInitScript(
      name => localStorage.setItem('theme', name),
      theme,
    );
    await signIn(page);
    await openTaskCenter(page);
    await page.getByRole('link', { name: 'New task' }).first().waitFor();
    await page.getByRole('link', { name: 'New task' }).first().click();
    await page.getByRole('textbox', { name: 'SQL script' }).waitFor();
    await expectAccessible(page, 'the form');

    await openTaskCenter(page);
    const name = `Look at it in ${theme}`;
    const sql =
      "SELECT 1 AS one, NULL AS nothing, '' AS empty;\nSELECT * FROM shop.nowhere;";
    await createTask(page, { name, sql, statements: 2 });
    await expect(page.getByText(/^Status: Failed/)).toBeAttached();
    await expectAccessible(page, 'the task');
    for (const tab of ['Statements', 'Task Logs']) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('tabpanel', { name: tab }).waitFor();
      await expectAccessible(page, tab);
    }

    await page.getByRole('tab', { name: 'Task Information' }).click();
    await page.getByRole('link', { name: 'Query Results' }).click();
    await page.getByRole('grid').waitFor();
    await expectAccessible(page, 'the results');

    await openTaskCenter(page);
    await page.getByRole('rowheader', { name }).waitFor();
    await expectAccessible(page, 'the list');
    await page.getByRole('button', { name: `View ${name}` }).click();
    await page.getByRole('dialog', { name }).waitFor();
    await expectAccessible(page, 'the panel');

    await page.goto('/catalog/default/resource/shop-mysql-db/tasks');
    await page.getByRole('rowheader', { name }).waitFor();
    await expectAccessible(page, "the database's tasks");
  });

  test(`neither the settings nor the dialogs have one in the ${theme} theme`, async ({
    page,
  }) => {
    await page.addInitScript(
      name => localStorage.setItem('theme', name),
      theme,
    );
    await signIn(page);
    await openTaskCenter(page);
    await page.getByRole('link', { name: 'New task' }).first().click();
    await page.getByRole('button', { name: /^Settings/ }).click();
    await page.getByText('All or nothing: one transaction').click();
    await page
      .getByRole('textbox', { name: 'SQL script' })
      .fill('UPDATE a SET b = 1;\nCOMMIT;');
    await page.getByText('This script cannot run all or nothing').waitFor();
    await expectAccessible(page, 'the settings');
    await page.getByRole('link', { name: 'Cancel' }).click();

    const name = `Resume it in ${theme}`;
    const sql = 'SELECT 1;\nSET @lost = 1;\nSELECT * FROM shop.nowhere;';
    await createTask(page, { name, sql, statements: 3 });
    for (const action of ['Resume…', 'Run again']) {
      await page.getByRole('button', { name: action }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').waitFor();
      await expectAccessible(page, `the dialog ${action}`);
      await dialog.getByRole('button', { name: 'Cancel' }).click();
    }
  });
}

for (const theme of ['light', 'dark']) {
  test(`the query results have none with all that opens in the ${theme} theme`, async ({
    page,
  }) => {
    await page.addInitScript(
      name => localStorage.setItem('theme', name),
      theme,
    );
    await signIn(page);
    await openTaskCenter(page);
    const name = `Look closely in ${theme}`;
    const values = [
      `SELECT 1 AS one, NULL AS nothing, '' AS empty, X'00ff00ff00ff00ff00ff' AS bytes`,
      `'{"a": [1, 2]}' AS json, REPEAT('long ', 200) AS text`,
    ];
    const sql = `${values.join()};\nSELECT seq FROM seq_1_to_5000;`;
    await createTask(page, { name, sql, statements: 2 });
    await page.getByRole('link', { name: 'Query Results' }).click();
    const grid = page.getByRole('grid');
    await grid.waitFor();
    await expectAccessible(page, 'the values');

    await page.getByRole('tab', { name: /^#2/ }).click();
    await expect(page.getByRole('note')).toContainText('limit of 1,000 rows');
    await page.getByRole('button', { name: 'Menu of seq' }).click();
    await page.getByRole('menuitem', { name: 'Sort descending' }).waitFor();
    await expectAccessible(page, 'the menu of a column');
    await page.getByRole('menuitem', { name: 'Sort descending' }).click();
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('textbox', { name: 'Value' }).fill('99');
    await expectAccessible(page, 'the filter');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByRole('searchbox').fill('9');
    await page.getByText(/matches$/).waitFor();
    await expectAccessible(page, 'filtered rows');

    await page
      .locator('[data-row="0"] > [data-column="0"]')
      .click({ button: 'right' });
    await page.getByRole('menu').waitFor();
    await expectAccessible(page, 'the menu of a cell');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Kept until/ }).click();
    await page.getByRole('menu').waitFor();
    await expectAccessible(page, 'the menu of the results');
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'hidden' });

    await page.getByRole('tab', { name: /^#1/ }).click();
    for (const column of [3, 4]) {
      await page
        .locator(`[data-row="0"] > [data-column="${column}"]`)
        .dblclick();
      await page.getByRole('dialog').waitFor();
      await expectAccessible(page, `the viewer of column ${column}`);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    for (const opener of [
      'Columns',
      'Copy as',
      'Download with options',
      'Bundle…',
    ]) {
      await page.getByRole('button', { name: opener }).click();
      await page.getByRole(opener === 'Copy as' ? 'menu' : 'dialog').waitFor();
      await expectAccessible(page, opener);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    for (const item of ['Keep longer…', 'Drop results…']) {
      await page.getByRole('button', { name: /^Kept until/ }).click();
      await page.getByRole('menuitem', { name: item }).click();
      await page.getByText(/^Your results take/).waitFor();
      await expectAccessible(page, item);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
  });
}
