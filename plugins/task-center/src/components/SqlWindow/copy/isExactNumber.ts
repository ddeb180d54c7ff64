const JSON_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/**
 * Whether a text is a number of JSON that whoever reads it gets back as it is, though it holds no more digits than a
 * double does.
 *
 * @internal
 */
export function isExactNumber(text: string): boolean {
  return (
    JSON_NUMBER.test(text) &&
    significance(text) === significance(String(Number(text)))
  );
}

/** The digits that matter, and the power of ten of the last of them: the same for `1200`, `1.2e3` and `1200.0`. */
function significance(number: string): string {
  const [, sign, whole, fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(number) ?? [];
  if (whole === undefined) {
    return number;
  }
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const kept = digits.replace(/0+$/, '');
  const power = Number(exponent) - fraction.length;
  return kept
    ? `${sign}${kept}e${power + digits.length - kept.length}`
    : `${sign}0`;
}
