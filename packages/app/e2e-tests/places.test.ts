import { expect, Page, test } from '@playwright/test';
import { fillInAndRun } from './support/createTask';
import { expectAccessible } from './support/expectAccessible';
import { openTaskCenter, signIn } from './support/signIn';

/** Takes some seconds in SQLite. */
const COUNT = `WITH RECURSIVE n (i) AS (
  SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000000
)
SELECT count(*) FROM n;`;

async function run(page: Page, name: string, sql: string): Promise<void> {
  await page.goto('/task-center/tasks/new?connection=orders');
  await fillInAndRun(page, { name, sql, statements: 1 });
}

test('the strip of activity narrows the list down', async ({ page }) => {
  const good = 'Seen in the strip';
  const bad = 'Failed in the strip';
  await signIn(page);
  await run(page, good, 'SELECT 1;');
  await expect(page.getByText(/^Status: Completed/)).toBeAttached();
  await run(page, bad, 'SELECT * FROM nowhere;');
  await expect(page.getByText(/^Status: Failed/)).toBeAttached();

  await openTaskCenter(page);
  const strip = page.getByRole('region', { name: 'Activity' });
  const bars = strip.getByRole('toolbar').getByRole('button');
  await expect(bars).toHaveCount(24);
  await expect(bars.last()).toHaveAccessibleName(
    /^\d\d:00–\d\d:00: .*completed.* failed$/,
  );

  await bars.last().focus();
  await page.keyboard.press('ArrowLeft');
  await expect(bars.nth(22)).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/createdAfter=.*createdBefore=/);
  await expect(bars.last()).toHaveAttribute('aria-pressed', 'true');
  await expect(
    page.getByRole('rowheader', { name: good }).first(),
  ).toBeVisible();

  await strip.getByRole('button', { name: /^\d+ failed$/ }).click();
  await expect(page).toHaveURL(/status=failed/);
  await expect(
    page.getByRole('rowheader', { name: bad }).first(),
  ).toBeVisible();
  await expect(page.getByRole('rowheader', { name: good })).toHaveCount(0);

  await strip
    .getByRole('list', { name: 'Most failing' })
    .getByRole('button', { name: /^Shop orders/ })
    .click();
  await expect(page).toHaveURL(/connection=orders/);

  await strip.getByRole('button', { name: 'Activity' }).click();
  await page.reload();
  await expect(strip.getByRole('button', { name: 'Activity' })).toHaveAttribute(
    'aria-expanded',
    'false',
  );
  await strip.getByRole('button', { name: 'Activity' }).click();
});

test('the catalog shows the tasks of a database and of what depends on it', async ({
  page,
}) => {
  const name = 'Seen in the catalog';
  await signIn(page);
  await run(page, name, 'SELECT 1;');
  await expect(page.getByText(/^Status: Completed/)).toBeAttached();

  await page.goto('/catalog/default/resource/orders-db');
  const last = page.getByRole('list', { name: 'The last tasks' });
  await expect(last.getByRole('link', { name }).first()).toBeVisible();
  const health = page.getByRole('toolbar', { name: /^Health by day/ });
  await expect(health.getByRole('button')).toHaveCount(30);
  await health.getByRole('button').last().click();
  await expect(page).toHaveURL(/orders-db\/tasks\?createdAfter=/);
  await expect(page.getByRole('rowheader', { name }).first()).toBeVisible();

  await page.goto('/catalog/default/component/checkout/tasks');
  await expect(page.getByRole('rowheader', { name }).first()).toBeVisible();
  await page.goto('/catalog/default/system/shop/tasks');
  const row = page.getByRole('row').filter({ hasText: name }).first();
  await expect(row.getByRole('link', { name: 'Shop orders' })).toBeVisible();
});

test('a person hears of the end of a task, wherever they are', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['notifications']);
  await page.addInitScript(() => {
    const shown: string[] = [];
    const Original = window.Notification;
    class Watched extends Original {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        shown.push(`${title}: ${options?.body}`);
      }
    }
    Object.assign(window, { Notification: Watched, shown });
  });
  const name = 'Tell me';
  await signIn(page);
  await run(page, name, COUNT);
  const watch = page.getByRole('button', { name: 'Notify me when it ends' });
  await watch.click();
  await expect(watch).toHaveAttribute('aria-pressed', 'true');

  const item = page.getByRole('link', {
    name: /^Task Center, \d+ of your tasks/,
  });
  await expect(item).toBeVisible();
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await expect(
    page
      .getByRole('list', { name: 'Your tasks that are under way' })
      .getByRole('link', { name }),
  ).toBeVisible();
  await expectAccessible(page, 'the count', { within: 'nav' });

  await expect
    .poll(() => page.evaluate(() => (window as any).shown), { timeout: 60_000 })
    .toEqual([`${name}: Completed`]);
  await expect(
    page.getByText('None of your tasks is under way.'),
  ).toBeVisible();
});

test('a person sees soon what somebody else does', async ({ browser }) => {
  const name = 'Done by somebody else';
  const [reader, writer] = await Promise.all([
    browser.newPage(),
    browser.newPage(),
  ]);
  const heard: string[] = [];
  reader.on('websocket', socket =>
    socket.on('framereceived', ({ payload }) => heard.push(String(payload))),
  );
  await signIn(reader);
  await openTaskCenter(reader);
  await reader.getByRole('row').first().waitFor();
  await signIn(writer);
  await run(writer, name, 'SELECT 1;');

  await expect.poll(() => heard.join()).toContain('task-center');
  const row = reader.getByRole('row').filter({ hasText: name });
  await expect(row).toContainText('Completed');
  await writer.getByRole('button', { name: 'Delete', exact: true }).click();
  await writer.getByRole('button', { name: 'Delete task' }).click();
  await expect(row).toHaveCount(0);
  await Promise.all([reader.close(), writer.close()]);
});

for (const theme of ['light', 'dark']) {
  test(`none of these places has an axe violation in the ${theme} theme`, async ({
    page,
  }) => {
    await page.addInitScript(
      name => localStorage.setItem('theme', name),
      theme,
    );
    await signIn(page);
    await run(page, `Look around in ${theme}`, 'SELECT * FROM nowhere;');
    await expect(page.getByText(/^Status: Failed/)).toBeAttached();

    await openTaskCenter(page);
    const strip = page.getByRole('region', { name: 'Activity' });
    const ranking = strip.getByRole('list', { name: 'Most failing' });
    await ranking.getByRole('button').first().click();
    await strip.getByRole('toolbar').getByRole('button').last().click();
    await expect(strip.getByRole('button', { pressed: true })).not.toHaveCount(
      0,
    );
    await expectAccessible(page, 'the strip');
    await strip.getByRole('button', { name: 'Show as a table' }).click();
    await strip.getByRole('table').waitFor();
    await expectAccessible(page, 'its table');
    await strip.getByRole('button', { name: 'Show as bars' }).click();

    await page.goto('/catalog/default/resource/orders-db');
    await page.getByRole('list', { name: 'The last tasks' }).waitFor();
    await expectAccessible(page, 'the card', {
      within: '[aria-label="The last tasks"]',
    });
    await expectAccessible(page, 'the health', {
      within: '[aria-label^="Health by day"]',
    });
  });
}
