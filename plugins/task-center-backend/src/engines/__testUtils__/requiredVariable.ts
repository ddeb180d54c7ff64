/** What an environment variable of the test run says. */
export function requiredVariable(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(
      `${name} is not set: run the tests with "node scripts/withServers.mjs"`,
    );
  }
  return value;
}
