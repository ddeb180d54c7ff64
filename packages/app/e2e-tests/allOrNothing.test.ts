import { expect, Page, test } from '@playwright/test';
import { fillInAndRun } from './support/createTask';
import { signIn } from './support/signIn';

const NAME = 'Take stock';

// If anything of a run stayed, the next one would fail at its first statement.
const SQL = `CREATE TABLE stock_take (id INTEGER PRIMARY KEY, counted INTEGER);
INSERT INTO stock_take VALUES (1, 10);
INSERT INTO stock_take VALUES (1, 20);
INSERT INTO stock_take VALUES (2, 30);`;

test('all or nothing leaves nothing, and can be resumed and run again', async ({
  page,
}) => {
  await signIn(page);
  await page.goto('/catalog/default/resource/orders-db');
  await page.getByRole('link', { name: 'Tasks', exact: true }).click();
  await page.getByRole('link', { name: 'New task' }).first().click();
  await fillInAndRun(page, {
    name: NAME,
    sql: SQL,
    statements: 4,
    allOrNothing: true,
  });

  await test.step('what ran is shown as rolled back', async () => {
    await expectRolledBack(page);
    await page.getByRole('link', { name: '2', exact: true }).click();
    const table = page.getByRole('table', { name: 'Statements' });
    await expect(page.getByText('2 statements')).toBeVisible();
    await expect(table.getByRole('row', { name: /CREATE/ })).toContainText(
      'rolled back',
    );
    await page.getByRole('tab', { name: 'Task Information' }).click();
  });

  await test.step('it is resumed from where it is safe', async () => {
    await page.getByRole('button', { name: 'Resume…' }).click();
    const dialog = page.getByRole('dialog', { name: `Resume “${NAME}”` });
    await expect(
      dialog.getByRole('textbox', { name: 'Start from statement' }),
    ).toHaveValue('1');
    await dialog
      .getByRole('button', { name: 'Resume from statement 1' })
      .click();
    const header = page.getByRole('article', { name: NAME }).locator('header');
    await expect(header).toContainText(`Resumes ${NAME} from statement 1`);
    await expectRolledBack(page);
  });

  await test.step('it names the task that resumed it, and is resumed once', async () => {
    await page.getByRole('link', { name: NAME, exact: true }).click();
    const header = page.getByRole('article', { name: NAME }).locator('header');
    await expect(header).toContainText(`Resumed as ${NAME}`);
    await expect(page.getByRole('button', { name: 'Run again' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Resume…' })).toHaveCount(0);
  });

  await test.step('it is run again under another name', async () => {
    await page.getByRole('button', { name: 'Run again' }).click();
    const dialog = page.getByRole('dialog', { name: `Run “${NAME}” again?` });
    const name = dialog.getByRole('textbox', { name: 'Task Name' });
    await expect(name).toHaveValue(NAME);
    await name.fill(`${NAME} once more`);
    await dialog.getByRole('button', { name: 'Run again' }).click();
    const copy = page.getByRole('article', { name: `${NAME} once more` });
    await expect(copy.locator('header')).toContainText(`Copy of ${NAME}`);
    await expectRolledBack(page);
  });
});

async function expectRolledBack(page: Page): Promise<void> {
  await expect(page.getByText(/^Status: /)).toHaveText(
    'Status: Failed at statement 3, 2 rolled back',
  );
}
