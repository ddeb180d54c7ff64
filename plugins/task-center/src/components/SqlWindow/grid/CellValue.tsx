import { ColumnKind } from './columnKind';
import styles from './ResultGrid.module.css';

const SHOWN_CHARACTERS = 300;

/** @internal */
export interface CellValueProps {
  /** Undefined while it is being loaded. */
  value: string | null | undefined;
  kind: ColumnKind;
}

/**
 * A value in the grid: NULL, an empty text, binary data and text can be told apart.
 *
 * @internal
 */
export function CellValue({ value, kind }: CellValueProps) {
  if (value === undefined) {
    return <span className={styles.pending} />;
  }
  if (value === null) {
    return <span className={styles.null}>NULL</span>;
  }
  if (value === '') {
    return (
      <span className={styles.empty} title="Empty text">
        <span aria-hidden>∅</span>
        <span className={styles.hidden}>empty text</span>
      </span>
    );
  }
  const text = oneLine(value);
  return kind === 'binary' ? (
    <span className={styles.binary}>{text}</span>
  ) : (
    <>{text}</>
  );
}

function oneLine(value: string): string {
  const shown =
    value.length > SHOWN_CHARACTERS
      ? `${value.slice(0, SHOWN_CHARACTERS)}…`
      : value;
  return shown.replace(/\r\n|\r|\n/g, '↵').replace(/\t/g, '⇥');
}
