import { Page } from '@playwright/test';

/** Enters the portal as its guest. */
export async function signIn(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter' }).click();
  await sidebar(page).getByRole('link', { name: 'Catalog' }).waitFor();
}

/** Opens the Task Center from the sidebar. */
export async function openTaskCenter(page: Page): Promise<void> {
  await sidebar(page).getByRole('link', { name: 'Task Center' }).click();
  await page.getByRole('region', { name: 'Tasks' }).waitFor();
}

function sidebar(page: Page) {
  return page.getByRole('navigation', { name: 'sidebar nav' });
}
