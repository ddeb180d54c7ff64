/**
 * A reporter for the tests of Node.js: how many passed and failed, as JSON.
 *
 * @param {AsyncIterable<{ type: string, data: object }>} events
 */
export default async function* countTests(events) {
  const outcome = { passed: 0, failed: 0, skipped: [] };
  for await (const { type, data } of events) {
    if (type === 'test:fail') outcome.failed += 1;
    else if (type !== 'test:pass') continue;
    else if (data.skip || data.todo) outcome.skipped.push(data.name);
    else outcome.passed += 1;
  }
  yield JSON.stringify(outcome);
}
