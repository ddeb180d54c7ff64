import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createDatabaseFile } from './createDatabaseFile';
import { fillInventory } from './fillInventory';
import { fillOrders } from './fillOrders';

const DATABASES = {
  'orders.sqlite': fillOrders,
  'inventory.sqlite': fillInventory,
};

/**
 * Creates the databases of the example catalog where they are missing. They hold the same rows every time; what scripts
 * have changed in an existing one is kept.
 *
 * @internal
 */
export async function createExampleDatabases(directory: string): Promise<void> {
  mkdirSync(directory, { recursive: true });
  for (const [name, fill] of Object.entries(DATABASES)) {
    const file = join(directory, name);
    if (!existsSync(file)) {
      createDatabaseFile(file, fill);
    }
  }
}
