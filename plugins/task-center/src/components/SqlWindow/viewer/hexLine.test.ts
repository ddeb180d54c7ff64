import { hexLine } from './hexLine';

describe('hexLine', () => {
  const value = `0x${'00ff41'.repeat(7)}`;

  it('shows sixteen bytes with their text', () => {
    expect(hexLine(value, 0)).toEqual({
      offset: '00000000',
      bytes: '00 ff 41 00 ff 41 00 ff  41 00 ff 41 00 ff 41 00',
      text: '··A··A··A··A··A·',
    });
  });

  it('shows what is left in the last line', () => {
    const line = hexLine(value, 1);
    expect(line.offset).toBe('00000010');
    expect(line.bytes.trim()).toBe('ff 41 00 ff 41');
    expect(line.bytes).toHaveLength(48);
    expect(line.text).toBe('·A··A');
  });
});
