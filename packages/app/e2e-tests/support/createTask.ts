import { expect, Page } from '@playwright/test';

/** The connection of app-config.mysql.yaml, as the form offers it. */
const MYSQL = /^Storefront/;

/** What is typed into the form for a new task, and what it has to count. */
export interface NewTask {
  name: string;
  sql: string;
  statements: number;
  /** Whether it runs in one transaction. */
  allOrNothing?: boolean;
  /** The most rows that are kept of a result. */
  resultLimit?: number;
  /** The name of the database, which is asked for before something is taken away. */
  confirmWith?: string;
}

/** Runs a task on MySQL, from the list of tasks. The page then shows it. */
export async function createTask(page: Page, task: NewTask): Promise<void> {
  await page.getByRole('link', { name: 'New task' }).first().click();
  await page.getByRole('button', { name: /Connection/ }).click();
  await page.getByRole('option', { name: MYSQL }).click();
  await fillInAndRun(page, task);
}

/** Runs a task from its form, in which the connection is chosen already. */
export async function fillInAndRun(page: Page, task: NewTask): Promise<void> {
  const form = page.getByRole('form', { name: 'New task' });
  await form.getByRole('textbox', { name: 'SQL script' }).fill(task.sql);
  await expect(page.getByLabel('What will happen')).toContainText(
    new RegExp(`^What will happen${task.statements} statements?`),
  );
  await form.getByRole('textbox', { name: 'Task Name' }).fill(task.name);
  if (task.allOrNothing || task.resultLimit) {
    await form.getByRole('button', { name: /^Settings/ }).click();
  }
  if (task.allOrNothing) {
    await form.getByText('All or nothing: one transaction').click();
  }
  if (task.resultLimit) {
    await form
      .getByRole('textbox', { name: 'Query result limit' })
      .fill(String(task.resultLimit));
  }
  await form.getByRole('button', { name: 'Run task' }).click();
  if (task.confirmWith) {
    const dialog = page.getByRole('dialog', { name: /^Run this script on/ });
    await dialog.getByRole('textbox').fill(task.confirmWith);
    await dialog.getByRole('button', { name: 'Run task' }).click();
  }
  await page.getByRole('article', { name: task.name }).waitFor();
}
