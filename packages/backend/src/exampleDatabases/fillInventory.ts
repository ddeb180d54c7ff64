import type { Database } from 'better-sqlite3';
import { formatMoment, START } from './format';
import { PRODUCT_COUNT, productName, skuOf } from './products';
import { Random } from './Random';

const MOVEMENT_COUNT = 60_000;
const MINUTE = 60_000;

const WAREHOUSES = [
  ['Dublin Port', 'IE', 53.3478, -6.2073],
  ['Rotterdam', 'NL', 51.9496, 4.1453],
  ['Łódź', 'PL', 51.7592, 19.456],
  ['Köln', 'DE', 50.9375, 6.9603],
  ['São João', 'PT', 40.9003, -8.4907],
  ['Nairobi', 'KE', -1.2864, 36.8172],
] as const;
const REASONS = [
  'sale',
  'sale',
  'sale',
  'delivery',
  'return',
  'stocktaking',
] as const;
const REMARKS = [
  'Box damaged, contents fine',
  'Counted twice: "really 12"',
  "Supplier's label was missing 🤷",
  'Moved to aisle 7\nshelf B',
] as const;

const SCHEMA = `
  CREATE TABLE warehouses (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    country CHAR(2) NOT NULL,
    latitude REAL NOT NULL,
    longitude REAL NOT NULL
  );
  CREATE TABLE stock (
    warehouse_id INTEGER NOT NULL REFERENCES warehouses (id),
    sku TEXT NOT NULL,
    product TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    reorder_below INTEGER,
    PRIMARY KEY (warehouse_id, sku)
  );
  CREATE TABLE movements (
    id INTEGER PRIMARY KEY,
    warehouse_id INTEGER NOT NULL REFERENCES warehouses (id),
    sku TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    reason TEXT NOT NULL,
    moved_at DATETIME NOT NULL,
    remark TEXT
  );
`;

/**
 * Fills a database with warehouses, what lies in them and 60,000 movements.
 *
 * @internal
 */
export function fillInventory(database: Database): void {
  const random = Random.create(19_991_231);
  database.exec(SCHEMA);
  insertWarehouses(database);
  insertStock(database, random);
  insertMovements(database, random);
  database.exec(
    'CREATE INDEX movements_by_sku ON movements (sku, warehouse_id)',
  );
}

function insertWarehouses(database: Database): void {
  const insert = database.prepare(
    'INSERT INTO warehouses VALUES (?, ?, ?, ?, ?)',
  );
  WAREHOUSES.forEach((warehouse, index) => insert.run(index + 1, ...warehouse));
}

function insertStock(database: Database, random: Random): void {
  const insert = database.prepare('INSERT INTO stock VALUES (?, ?, ?, ?, ?)');
  for (let warehouse = 1; warehouse <= WAREHOUSES.length; warehouse++) {
    for (let product = 1; product <= PRODUCT_COUNT; product++) {
      insert.run(
        warehouse,
        skuOf(product),
        productName(product),
        random.once(15) ? 0 : random.below(900),
        random.once(6) ? null : 10 + random.below(60),
      );
    }
  }
}

function insertMovements(database: Database, random: Random): void {
  const insert = database.prepare(
    'INSERT INTO movements VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  for (let id = 1; id <= MOVEMENT_COUNT; id++) {
    const reason = random.pick(REASONS);
    const quantity = 1 + random.below(40);
    insert.run(
      id,
      1 + random.below(WAREHOUSES.length),
      skuOf(1 + random.below(PRODUCT_COUNT)),
      reason === 'sale' ? -quantity : quantity,
      reason,
      formatMoment(START + id * 26 * MINUTE + random.below(26 * MINUTE)),
      random.once(20) ? random.pick(REMARKS) : null,
    );
  }
}
