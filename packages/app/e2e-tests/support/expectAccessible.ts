import AxeBuilder from '@axe-core/playwright';
import { expect, Page } from '@playwright/test';

/** Drawn by Backstage and React Aria around the pages of Task Center. */
const NOT_OURS = ['.bui-PluginHeader', '[data-live-announcer]'];

/**
 * Goes on behind a violation, which fails the test at its end.
 *
 * @param options - `within` is the selector of what to look at on a page that is not ours
 */
export async function expectAccessible(
  page: Page,
  what: string,
  options: { within?: string } = {},
): Promise<void> {
  await page.evaluate(waitForAnimations);
  const axe = new AxeBuilder({ page });
  if (options.within) axe.include(options.within);
  NOT_OURS.forEach(selector => axe.exclude(selector));
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => ({
    rule: id,
    places: nodes.length,
    first: nodes[0].html.slice(0, 200),
    why: nodes[0].failureSummary,
  }));
  expect.soft(found, what).toEqual([]);
}

/** What fades in has less contrast on the way. */
async function waitForAnimations(): Promise<void> {
  const finite = document
    .getAnimations()
    .filter(each => each.effect?.getComputedTiming().endTime !== Infinity);
  // One that stands still never ends.
  const enough = new Promise(resolve => setTimeout(resolve, 1_000));
  const ends = Promise.allSettled(finite.map(each => each.finished));
  await Promise.race([ends, enough]);
}
