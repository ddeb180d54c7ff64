import { Texts } from '../../../translations';
import { formatBytes } from '../../common';
import styles from './CellValue.module.css';
import { ColumnKind } from './columnKind';
import { isJsonLike } from './isJsonLike';

const SHOWN_CHARACTERS = 300;
// Shorter bytes can be counted by eye.
const SHORT_BYTES = 8;

/**
 * Whether a value is shown as its text and nothing else. Most are, and an element less for each makes scrolling smoother.
 *
 * @internal
 */
export function isPlain(
  value: string | null | undefined,
  kind: ColumnKind,
): value is string {
  return (
    Boolean(value) &&
    value!.length <= SHOWN_CHARACTERS &&
    kind !== 'binary' &&
    !(kind === 'text' && isJsonLike(value!))
  );
}

/** @internal */
export interface CellValueProps {
  /** Undefined while it is being loaded. */
  value: string | null | undefined;
  kind: ColumnKind;
  t: Texts;
}

/**
 * A value in the grid that is not plain: NULL, an empty text, binary data, JSON and long text can be told apart.
 *
 * @internal
 */
export function CellValue({ value, kind, t }: CellValueProps) {
  if (value === undefined) {
    return null;
  }
  if (value === null) {
    return <span className={styles.null}>NULL</span>;
  }
  if (value === '') {
    return (
      <span className={styles.empty} title={t('resultGrid.value.empty')}>
        <span aria-hidden>∅</span>
        <span className={styles.hidden}>
          {t('resultGrid.value.empty.spoken')}
        </span>
      </span>
    );
  }
  if (kind === 'binary') {
    return <Binary value={value} t={t} />;
  }
  if (kind === 'text' && isJsonLike(value)) {
    return (
      <span className={styles.parts}>
        <span className={styles.json} title="JSON">
          {'{ }'}
        </span>
        <span className={styles.beginning}>{oneLine(value)}</span>
      </span>
    );
  }
  return (
    <span className={styles.parts}>
      <span className={styles.beginning}>{oneLine(value)}</span>
      <span className={styles.size}>
        {t('resultGrid.value.chars', { number: value.length })}
      </span>
    </span>
  );
}

function Binary({ value, t }: { value: string; t: Texts }) {
  const bytes = value.startsWith('0x') ? (value.length - 2) / 2 : 0;
  return bytes > SHORT_BYTES ? (
    <span className={styles.parts}>
      <span className={styles.binary}>{oneLine(value)}</span>
      <span className={styles.size}>{formatBytes(bytes, t)}</span>
    </span>
  ) : (
    <span className={styles.binary}>{oneLine(value)}</span>
  );
}

/**
 * The beginning of a value in one line.
 *
 * @internal
 */
export function oneLine(value: string): string {
  const shown =
    value.length > SHOWN_CHARACTERS
      ? `${value.slice(0, SHOWN_CHARACTERS)}…`
      : value;
  return shown.replace(/\r\n|\r|\n/g, '↵').replace(/\t/g, '⇥');
}
