import { TestDatabases } from '@backstage/backend-test-utils';

/**
 * SQLite, and the PostgreSQL that the test set-up started. A run without one of them fails; it does not pass over half
 * of the tests.
 */
export function createTestDatabases(): TestDatabases {
  const databases = TestDatabases.create({
    ids: [
      'SQLITE_3',
      'POSTGRES_18',
      'POSTGRES_17',
      'POSTGRES_16',
      'POSTGRES_15',
      'POSTGRES_14',
      'POSTGRES_13',
    ],
    disableDocker: true,
  });
  if (databases.eachSupportedId().length < 2) {
    throw new Error(
      'There is no PostgreSQL to test with. Run the tests through `./dev test`, or with `node scripts/withServers.mjs`.',
    );
  }
  return databases;
}
