import { createTexts } from '../../__testUtils__/createTexts';
import { suggestTaskName } from './suggestTaskName';

const t = createTexts();

describe('suggestTaskName', () => {
  it.each([
    ['SELECT 1', 'SELECT 1'],
    ['SELECT * FROM orders', 'SELECT * FROM orders'],
    [
      'SELECT status, count(*)\nFROM orders GROUP BY status',
      'SELECT … FROM orders',
    ],
    [
      'select extract(year from created), 1 from `orders`;',
      'select … from orders',
    ],
    ['SELECT a FROM (SELECT 1) AS t', 'SELECT a …'],
    ['UPDATE orders SET price = price * 1.1', 'UPDATE orders SET price …'],
    ['DELETE FROM orders WHERE id = 7', 'DELETE FROM orders WHERE id …'],
    ["INSERT INTO t VALUES ('Zoë')", 'INSERT INTO t …'],
    ['INSERT INTO orders(id, price) VALUES (1, 2)', 'INSERT INTO orders …'],
    [
      'INSERT INTO a SELECT * FROM b WHERE c = 1',
      'INSERT INTO a SELECT * FROM b …',
    ],
    ['CREATE TABLE IF NOT EXISTS p (id INT)', 'CREATE TABLE IF NOT EXISTS p …'],
    ['WITH x AS (SELECT 1) SELECT * FROM x', 'WITH x …'],
    ['/* first */ SHOW TABLES -- all', 'SHOW TABLES'],
    ['START TRANSACTION', 'START TRANSACTION'],
    ['', ''],
  ])('names %j %j', (statement, name) => {
    expect(suggestTaskName(statement, 1, t)).toBe(name);
  });

  it('counts the other statements', () => {
    expect(suggestTaskName('SELECT a, b FROM orders', 1_205, t)).toBe(
      'SELECT … FROM orders and 1204 more',
    );
    expect(suggestTaskName('-- nothing', 0, t)).toBe('');
  });

  it('stays short', () => {
    const name = suggestTaskName(`UPDATE ${'x'.repeat(90)} SET a = 1`, 1, t);
    expect(name).toBe('UPDATE …');
  });
});
