import type { Database } from 'better-sqlite3';
import { formatCents, formatDay, formatMoment, START } from './format';
import { PRODUCT_COUNT, productName, skuOf } from './products';
import { Random } from './Random';

const CUSTOMER_COUNT = 5_000;
const ORDER_COUNT = 120_000;
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

const GIVEN_NAMES = [
  'Amara',
  'Björn',
  'Chiara',
  'Dmitri',
  'Élodie',
  'Fatima',
  'Giorgos',
  'Hana',
  'Ibrahim',
  'Jürgen',
  'Kofi',
  'Léa',
  'María',
  'Nguyễn',
  'Oluwaseun',
  'Priya',
  'Quentin',
  'Rosa',
  'Søren',
  'Thomas',
  'Uma',
  'Văn',
  'Wanjiru',
  '小明',
] as const;
const FAMILY_NAMES = [
  "O'Brien",
  'García',
  'Müller',
  'Nakamura',
  'Okafor',
  'Smith',
  "D'Angelo",
  'Łukasiewicz',
  'Van der Berg',
  'Çelik',
  'Þórsdóttir',
  'Singh',
  'Dubois',
  'Kowalski',
  'Johansson',
  '王',
] as const;
const COUNTRIES = [
  'DE',
  'FR',
  'GB',
  'IE',
  'IN',
  'IT',
  'JP',
  'KE',
  'NL',
  'PL',
  'SE',
  'TR',
  'US',
] as const;
const CURRENCIES = ['EUR', 'EUR', 'EUR', 'GBP', 'JPY', 'SEK', 'USD'] as const;
const STATUSES = [
  'delivered',
  'delivered',
  'delivered',
  'shipped',
  'paid',
  'placed',
  'cancelled',
  'returned',
] as const;
const MESSAGES = [
  'Happy birthday! 🎂',
  'For "the best team", with thanks',
  "Don't open before Sunday, it's a surprise",
  'Dear Grandma,\n\nwith love from all of us 👨‍👩‍👧‍👦\n\nLena',
  'Leave it at the neighbour, please; she knows; thank you',
  'お誕生日おめでとう 🎉',
  'Path: C:\\gifts\\2025, price < 50 € & > 20 €',
  'one\ttwo\tthree',
] as const;

const SCHEMA = `
  CREATE TABLE customers (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL UNIQUE,
    phone TEXT,
    country CHAR(2) NOT NULL,
    is_regular BOOLEAN NOT NULL,
    joined_on DATE NOT NULL,
    note TEXT
  );
  CREATE TABLE products (
    id INTEGER PRIMARY KEY,
    sku TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    price_eur NUMERIC NOT NULL,
    weight_grams REAL NOT NULL,
    thumbnail BLOB,
    discontinued_on DATE
  );
  CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    product_id INTEGER NOT NULL REFERENCES products (id),
    quantity INTEGER NOT NULL,
    unit_price_eur NUMERIC NOT NULL,
    total_eur NUMERIC NOT NULL,
    paid_in CHAR(3) NOT NULL,
    exchange_rate TEXT NOT NULL,
    status TEXT NOT NULL,
    placed_at DATETIME NOT NULL,
    shipped_at DATETIME,
    gift_message TEXT,
    signature BLOB
  );
`;

const INDEXES = `
  CREATE INDEX orders_by_customer ON orders (customer_id);
  CREATE INDEX orders_by_placed_at ON orders (placed_at);
`;

/**
 * Fills a database with a shop's customers, products and 120,000 orders.
 *
 * @internal
 */
export function fillOrders(database: Database): void {
  const random = Random.create(20_240_229);
  database.exec(SCHEMA);
  insertCustomers(database, random);
  const prices = insertProducts(database, random);
  insertOrders(database, random, prices);
  database.exec(INDEXES);
}

function insertCustomers(database: Database, random: Random): void {
  const insert = database.prepare(
    'INSERT INTO customers VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (let id = 1; id <= CUSTOMER_COUNT; id++) {
    const name = `${random.pick(GIVEN_NAMES)} ${random.pick(FAMILY_NAMES)}`;
    insert.run(
      id,
      name,
      `customer${id}@example.com`,
      random.once(3) ? null : `+${10 + random.below(80)} ${random.digits(9)}`,
      random.pick(COUNTRIES),
      random.once(20) ? 1 : 0,
      formatDay(START - random.below(1_000) * DAY),
      random.once(10) ? random.pick(MESSAGES) : null,
    );
  }
}

function insertProducts(database: Database, random: Random): number[] {
  const insert = database.prepare(
    'INSERT INTO products VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const prices: number[] = [];
  for (let id = 1; id <= PRODUCT_COUNT; id++) {
    const name = productName(id);
    const cents = 199 + random.below(49_900);
    prices.push(cents);
    insert.run(
      id,
      skuOf(id),
      name,
      `${name}.\nSize: ${10 + random.below(190)} × ${
        10 + random.below(90)
      } mm\nCare: "wipe clean", don't soak`,
      formatCents(cents),
      50 + random.below(200_000) / 100,
      random.once(8) ? null : random.bytes(24),
      random.once(25) ? formatDay(START + random.below(1_000) * DAY) : null,
    );
  }
  return prices;
}

function insertOrders(
  database: Database,
  random: Random,
  prices: number[],
): void {
  const insert = database.prepare(
    'INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (let id = 1; id <= ORDER_COUNT; id++) {
    const product = random.below(PRODUCT_COUNT);
    const quantity = 1 + random.below(random.once(50) ? 500 : 4);
    const placedAt = START + id * 13 * MINUTE + random.below(13 * MINUTE);
    const status = random.pick(STATUSES);
    const hasLeft =
      status !== 'placed' && status !== 'paid' && status !== 'cancelled';
    insert.run(
      id,
      1 + random.below(CUSTOMER_COUNT),
      product + 1,
      quantity,
      formatCents(prices[product]),
      formatCents(prices[product] * quantity),
      random.pick(CURRENCIES),
      `${random.below(200)}.${random.digits(18)}`,
      status,
      formatMoment(placedAt),
      hasLeft ? formatMoment(placedAt + random.below(5 * DAY)) : null,
      random.once(12) ? random.pick(MESSAGES) : null,
      status === 'delivered' && random.once(4) ? random.bytes(12) : null,
    );
  }
}
