import { numberOrder } from './numberOrder';

function compare(a: string, b: string): number {
  return numberOrder.compare(numberOrder.keyOf(a), numberOrder.keyOf(b));
}

const ASCENDING = [
  ['-Infinity', '-inf'],
  ['-1e999999999999'],
  ['-2e400'],
  ['-1e400', '-10e399'],
  ['-123456789012345678901234567890.5'],
  ['-123456789012345678901234567890', '-0123456789012345678901234567890.00'],
  ['-9007199254740993'],
  ['-9007199254740992', '-9007199254740992.0'],
  ['-10', '-1e1', '-010.0'],
  ['-9.5'],
  ['-1e-7', '-0.0000001'],
  ['-1e-400'],
  ['0', '-0', '+0', '0.000', '0e5', '.0', '00', '0.', '-0.0000000000000000000'],
  ['1e-400', '0.1e-399'],
  ['2e-400'],
  ['0.1', '.1', '0.10', '1e-1', '+.1', '10E-2', '0.10000000000000000000'],
  ['0.1000000000000000055511151231257827'],
  ['0.2'],
  ['1', '1.', '1.0', '+1', '01', '100e-2'],
  ['1.00000000000000000001'],
  ['9'],
  ['10'],
  ['99999999999999'],
  ['9007199254740992'],
  ['9007199254740993'],
  ['123456789012345678901234567890'],
  ['123456789012345678901234567891', '1.23456789012345678901234567891e29'],
  ['1e400'],
  ['2e400'],
  ['1e999999999999'],
  ['Infinity', 'inf', '+Inf'],
  ['NaN', 'nan'],
  ['', ''],
  [' 1'],
  ['-'],
  ['.'],
  ['0x10'],
  ['1 000'],
  ['1,5'],
  ['Abc'],
  ['abc'],
  ['e5'],
];

describe('numberOrder', () => {
  it('compares numbers of any length exactly, and puts the rest behind them', () => {
    ASCENDING.forEach((left, i) =>
      ASCENDING.forEach((right, j) => {
        for (const a of left) {
          for (const b of right) {
            expect({ a, b, sign: Math.sign(compare(a, b)) }).toEqual({
              a,
              b,
              sign: Math.sign(i - j),
            });
          }
        }
      }),
    );
  });

  it('says the same as big integers', () => {
    let seed = 1;
    const digit = () => {
      seed = (seed * 48_271) % 0x7fffffff;
      return seed % 10;
    };
    const numbers = Array.from({ length: 300 }, () => {
      const length = 1 + ((digit() * digit()) % 40);
      const digits = Array.from({ length }, digit).join('');
      return digit() < 5 ? `-${digits}` : digits;
    });
    const wrong: string[] = [];
    for (const a of numbers) {
      for (const b of numbers) {
        const difference = BigInt(a) - BigInt(b);
        const expected = Number(difference > 0n) - Number(difference < 0n);
        if (Math.sign(compare(a, b)) !== expected) {
          wrong.push(`${a} and ${b}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
