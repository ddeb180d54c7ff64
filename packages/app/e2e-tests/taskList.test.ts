import { expect, Page, test } from '@playwright/test';
import { fillInAndRun } from './support/createTask';
import { expectAccessible } from './support/expectAccessible';
import { openTaskCenter, signIn } from './support/signIn';

/** Takes longer than any of these tests. */
const ENDLESS = 'SELECT SLEEP(300);';

async function run(
  page: Page,
  name: string,
  options: { connection?: string; sql?: string } = {},
): Promise<void> {
  const { connection = 'orders', sql = 'SELECT 1;' } = options;
  await page.goto(`/task-center/tasks/new?connection=${connection}`);
  await fillInAndRun(page, { name, sql, statements: 1 });
}

const ended = (page: Page) =>
  expect(page.getByText(/^Status: (Completed|Failed)/)).toBeAttached();
const rowOf = (page: Page, name: string) =>
  page.getByRole('row').filter({ hasText: name });

async function choose(page: Page, field: RegExp, option: string) {
  await page
    .getByRole('search', { name: 'Filter tasks' })
    .getByRole('button', { name: field })
    .click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function select(page: Page, names: string[]): Promise<void> {
  for (const name of names) {
    await rowOf(page, name).getByRole('checkbox').check({ force: true });
  }
  await expect(page.getByText(`${names.length} selected`)).toBeVisible();
}

async function useTheme(page: Page, theme: string): Promise<void> {
  await page.addInitScript(name => localStorage.setItem('theme', name), theme);
}

test('each filter narrows the list down, stands in the address and is remembered', async ({
  page,
}) => {
  const good = 'Narrowed down, good';
  const bad = 'Narrowed down, bad';
  const other = 'Narrowed down, elsewhere';
  await signIn(page);
  await run(page, good);
  await ended(page);
  await run(page, bad, { sql: 'SELECT * FROM nowhere;' });
  await ended(page);
  await run(page, other, { connection: 'inventory' });
  await ended(page);
  await page.goto('/task-center/tasks?search=Narrowed');
  const names = page.getByRole('rowheader');
  await expect(names).toHaveText([
    new RegExp(`^${other}`),
    new RegExp(`^${bad}`),
    new RegExp(`^${good}`),
  ]);

  await choose(page, /Connection/, 'Shop orders');
  await expect(page).toHaveURL(/connection=orders/);
  await expect(names).toHaveText([/bad/, /good/]);
  await choose(page, /Status/, 'Failed');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/status=failed/);
  await expect(names).toHaveText([/bad/]);

  await page.reload();
  await expect(names).toHaveText([/bad/]);
  await openTaskCenter(page);
  await expect(page).toHaveURL(/connection=orders.*status=failed/);
  await expect(names).toHaveText([/bad/]);

  await page.goto('/task-center/tasks?search=Narrowed');
  const creator = page.getByRole('combobox', { name: 'Created by' });
  await creator.fill('guest');
  await page.getByRole('option', { name: /guest/ }).first().click();
  await expect(page).toHaveURL(/createdBy=user%3Adefault%2Fguest/);
  await expect(names).toHaveCount(3);
  await page.getByRole('radio', { name: 'Mine' }).click();
  await expect(page).toHaveURL(/createdBy=me/);
  await expect(creator).toHaveValue('');
  await expect(page.getByRole('option')).toHaveCount(0);
  await expect(names).toHaveCount(3);

  await choose(page, /Created$/, 'Last hour');
  await expect(page).toHaveURL(/created=1h/);
  await expect(names).toHaveCount(3);
  await page.getByRole('searchbox').fill('Narrowed down, e');
  await expect(names).toHaveText([/elsewhere/]);
  await page.getByRole('searchbox').fill('No task is called that');
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(page).toHaveURL(/\/tasks$/);

  await page.goto('/task-center/tasks?search=Narrowed');
  await page.getByRole('columnheader', { name: 'Task Name' }).click();
  await expect(page).toHaveURL(/orderBy=name%3Aasc/);
  await expect(names).toHaveText([/bad/, /elsewhere/, /good/]);
  await page.goto('/task-center/tasks?createdBefore=2020-01-01T00:00:00.000Z');
  await expect(page.getByText('No task matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(names.first()).toBeVisible();
});

test('several tasks are aborted and deleted at once, without a move of the rows', async ({
  page,
}) => {
  const running = ['Several, one', 'Several, two'];
  await signIn(page);
  for (const name of running) {
    await run(page, name, { connection: 'shop-mysql', sql: ENDLESS });
    await expect(page.getByText(/^Status: (Running|Preparing)/)).toBeAttached();
  }
  await page.goto('/task-center/tasks?search=Several');
  const first = rowOf(page, running[0]);
  const before = await first.boundingBox();
  await select(page, running);
  expect(await first.boundingBox()).toEqual(before);

  const bar = page.getByRole('toolbar', { name: 'With the selected tasks' });
  await expect(bar.getByRole('button', { name: 'Delete 0' })).toBeDisabled();
  await bar.getByRole('button', { name: 'Abort 2' }).click();
  const dialog = page.getByRole('dialog');
  for (const name of running) {
    await expect(dialog.getByText(name)).toBeVisible();
  }
  await dialog.getByRole('button', { name: 'Abort 2 tasks' }).click();
  await expect(page.getByText('Abort of 2 tasks requested')).toBeVisible();
  await expect(
    page.getByRole('row').filter({ hasText: 'Aborted' }),
  ).toHaveCount(2);

  await bar.getByRole('button', { name: 'Delete 2' }).click();
  await dialog.getByRole('button', { name: 'Delete 2 tasks' }).click();
  await expect(page.getByText('2 tasks deleted')).toBeVisible();
  await expect(page.getByText('No task matches')).toBeVisible();
  await expect(bar).toHaveCount(0);
  const list = page.getByRole('region', { name: 'Tasks', exact: true });
  await expect
    .poll(() =>
      list.evaluate(element => element.contains(document.activeElement)),
    )
    .toBe(true);
});

const screens = [
  { what: 'a wide window', viewport: { width: 1440, height: 900 } },
  // As a window of 1440 pixels shows it.
  { what: '200 % zoom', viewport: { width: 720, height: 450 }, scale: 2 },
  { what: 'a narrow screen', viewport: { width: 480, height: 900 } },
];

for (const { what, viewport, scale } of screens) {
  test.describe(`the list in ${what}`, () => {
    test.use({ viewport, deviceScaleFactor: scale });

    for (const theme of ['light', 'dark']) {
      test(`can be read and has no axe violation in the ${theme} theme`, async ({
        page,
      }) => {
        const name = `Read in ${what}, ${theme}`;
        await useTheme(page, theme);
        await page.goto('/');
        // A narrow screen has no sidebar to wait for.
        const enter = page.getByRole('button', { name: 'Enter' });
        await enter.click();
        await enter.waitFor({ state: 'detached' });
        await run(page, name, { sql: 'SELECT * FROM nowhere;' });
        await ended(page);
        await page.goto('/task-center/tasks?pageSize=10');
        await rowOf(page, name).waitFor();

        const shown = rowOf(page, name).getByText(name, { exact: true });
        expect((await shown.boundingBox())!.width).toBeGreaterThan(150);
        const overflow = await page.evaluate(
          () =>
            document.documentElement.scrollWidth -
            document.documentElement.clientWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);

        await select(page, [name]);
        await expectAccessible(page, 'the list with its bar');
        await page
          .getByRole('toolbar', { name: 'With the selected tasks' })
          .getByRole('button', { name: 'Delete 1' })
          .click();
        const dialog = page.getByRole('dialog');
        await dialog.getByText(name).waitFor();
        await expectAccessible(page, 'the dialog');
        await dialog.getByRole('button', { name: 'Delete 1 task' }).click();
        await page.getByText('1 task deleted').waitFor();
        await expectAccessible(page, 'the message');

        await page.goto('/home');
        await page.getByText('None of your tasks is under way.').waitFor();
        await expectAccessible(page, 'the widget', {
          within: 'div:has(> div > a[href*="createdBy=me"])',
        });
      });
    }
  });
}
