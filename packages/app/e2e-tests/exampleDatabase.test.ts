import { expect, test } from '@playwright/test';
import { fillInAndRun } from './support/createTask';
import { signIn } from './support/signIn';

test('a task starts from the page of an example database, with no server', async ({
  page,
}) => {
  await signIn(page);
  await page.goto('/catalog/default/resource/orders-db');
  await page.getByRole('link', { name: 'Tasks', exact: true }).click();
  await page.getByRole('link', { name: 'New task' }).first().click();
  await fillInAndRun(page, {
    name: 'Count the orders',
    sql: 'SELECT count(*) AS orders FROM orders;',
    statements: 1,
  });
  await expect(page.getByText(/^Status: /)).toHaveText('Status: Completed');

  await page.getByRole('link', { name: 'Query Results' }).click();
  const grid = page.getByRole('grid', { name: 'Rows of statement 1' });
  await expect(grid.getByRole('gridcell')).toHaveText(/^1\d\d,?\d{3}$/);
});
