import { formatMarkdown } from './formatMarkdown';

describe('formatMarkdown', () => {
  it('keeps every value in its cell', () => {
    const table = {
      columns: [
        { name: 'id', type: 'BIGINT' },
        { name: 'a|b', type: 'VARCHAR' },
      ],
      rows: [
        ['1', 'x | y\r\nz'],
        [null, '<b>*bold*</b> & \\ `code`'],
        ['3', ''],
      ],
    };
    expect(formatMarkdown(table)).toBe(
      [
        '| id | a\\|b |',
        '| ---: | --- |',
        '| 1 | x \\| y<br>z |',
        '| *NULL* | &lt;b>\\*bold\\*&lt;/b> &amp; \\\\ \\`code\\` |',
        '| 3 |  |',
        '',
      ].join('\n'),
    );
  });
});
