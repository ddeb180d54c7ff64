import { guessTable } from './guessTable';

describe('guessTable', () => {
  it.each([
    ['SELECT * FROM orders WHERE id = 1', 'orders'],
    ['select a from shop.orders o join b', 'shop.orders'],
    ['SELECT `from` FROM `shop`.`my orders`', '`shop`.`my orders`'],
    ["SELECT 'x from y' FROM\n  z", 'z'],
    ['SELECT 1 -- from nowhere\n', undefined],
    ['SELECT * FROM (SELECT * FROM inner_table) t', 'inner_table'],
    ['SHOW TABLES', undefined],
    [undefined, undefined],
  ])('finds in %j the table %j', (statement, table) => {
    expect(guessTable(statement)).toBe(table);
  });
});
