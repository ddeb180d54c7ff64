import { chromium } from '@playwright/test';
import { findBrowser } from './findBrowser.mjs';
import { startPortal } from './startPortal.mjs';
import { startServers } from './startServers.mjs';

/**
 * Starts a portal with a MariaDB of its own, and a browser to look at it.
 *
 * @returns {Promise<{ url: string, browser: import('@playwright/test').Browser, stop(): Promise<void> }>}
 */
export async function openPortal() {
  const servers = await startServers({ postgres: false });
  const portal = await startPortal(servers.env, new AbortController().signal);
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox'],
  });
  const stop = async () => {
    await browser.close();
    await portal.stop();
    await servers.stop();
  };
  return { url: portal.url, browser, stop };
}
