import { findExecutable } from './findExecutable.mjs';

/**
 * Finds a browser that Playwright can drive.
 *
 * @returns {string | undefined} its absolute path
 */
export function findBrowser() {
  return findExecutable([
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
  ]);
}
