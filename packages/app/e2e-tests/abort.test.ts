import { expect, test } from '@playwright/test';
import { createTask } from './support/createTask';
import { findRunning } from './support/mariadb';
import { openTaskCenter, signIn } from './support/signIn';

test('an abort ends the statement on the database', async ({ page }) => {
  await signIn(page);
  await openTaskCenter(page);
  await createTask(page, {
    name: 'Sleep for long',
    sql: 'SELECT SLEEP(301);\nSELECT 1;',
    statements: 2,
  });
  await expect.poll(() => findRunning('SLEEP(301)')).toHaveLength(1);

  await page.getByRole('button', { name: 'Abort', exact: true }).click();
  await page.getByRole('button', { name: 'Abort task' }).click();

  await expect(page.getByText(/^Status: /)).toHaveText('Status: Aborted');
  expect(findRunning('SLEEP(301)')).toEqual([]);

  await page.getByRole('tab', { name: 'Statements' }).click();
  await expect(page.getByRole('row', { name: /SLEEP/ })).toContainText(
    'aborted',
  );
  await expect(page.getByRole('row', { name: /SELECT 1/ })).toContainText(
    'skipped',
  );
});
