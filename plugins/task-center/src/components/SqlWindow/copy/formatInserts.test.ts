import { formatInserts } from './formatInserts';

const columns = [
  { name: 'id', type: 'BIGINT' },
  { name: 'na`me"', type: 'VARCHAR' },
  { name: 'photo', type: 'BLOB' },
];
const rows = [
  ['1', "O'Hara \\ 🍐\n\0", '0x00ff'],
  [null, '', '0x'],
];

describe('formatInserts', () => {
  it('writes statements for MySQL', () => {
    expect(formatInserts({ columns, rows }, 'shop.orders', 'mysql')).toBe(
      [
        'INSERT INTO `shop`.`orders` (`id`, `na``me"`, `photo`) VALUES',
        "  (1, 'O''Hara \\\\ 🍐\\n\\0', X'00ff'),",
        "  (NULL, '', X'');",
        '',
      ].join('\n'),
    );
  });

  it('writes statements for PostgreSQL', () => {
    const texts = [
      ['1', "O'Hara \\ \n", '0x00ff'],
      ['NaN', "it's", null],
    ];
    expect(formatInserts({ columns, rows: texts }, 'orders', 'postgres')).toBe(
      [
        'INSERT INTO "orders" ("id", "na`me""", "photo") VALUES',
        "  (1, E'O''Hara \\\\ \n', '\\x00ff'::bytea),",
        "  ('NaN', 'it''s', NULL);",
        '',
      ].join('\n'),
    );
  });

  it('writes statements for SQLite', () => {
    expect(formatInserts({ columns, rows }, '"a.b"', 'sqlite')).toBe(
      [
        'INSERT INTO "a.b" ("id", "na`me""", "photo") VALUES',
        "  (1, CAST(X'4f2748617261205c20f09f8d900a00' AS TEXT), X'00ff'),",
        "  (NULL, '', X'');",
        '',
      ].join('\n'),
    );
  });

  it('keeps a text that looks like bytes or a number', () => {
    const table = {
      columns: [columns[1], columns[1]],
      rows: [['0x00ff', '007']],
    };
    expect(formatInserts(table, 't', 'sqlite')).toContain("('0x00ff', '007')");
  });

  it('begins a new statement after a hundred rows', () => {
    const many = Array.from({ length: 250 }, (_, i) => [String(i)]);
    const text = formatInserts(
      { columns: [columns[0]], rows: many },
      't',
      'mysql',
    );
    expect(text.match(/INSERT/g)).toHaveLength(3);
    expect(text.match(/;\n/g)).toHaveLength(3);
  });
});
