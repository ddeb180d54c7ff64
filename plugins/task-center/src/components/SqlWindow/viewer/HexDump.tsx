import { useRef } from 'react';
import { useScaledRows } from '../../../longList';
import { useTexts } from '../../../translations';
import styles from './CellViewer.module.css';
import { BYTES_PER_LINE, hexLine } from './hexLine';

const LINE_HEIGHT = 20;

/**
 * The bytes of a value, of which only the lines in sight exist.
 *
 * @param value - `0x` and hex digits
 * @internal
 */
export function HexDump({ value }: { value: string }) {
  const t = useTexts();
  const scrollRef = useRef<HTMLDivElement>(null);
  const count = Math.ceil((value.length - 2) / 2 / BYTES_PER_LINE);
  const rows = useScaledRows({ scrollRef, count, rowHeight: LINE_HEIGHT });
  const lines = Array.from(
    { length: Math.max(0, rows.last - rows.first + 1) },
    (_, i) => rows.first + i,
  );
  return (
    <div
      ref={scrollRef}
      className={styles.value}
      role="region"
      aria-label={t('resultGrid.value.dump')}
      // A long value is scrolled with the keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <div className={styles.hexBody} style={{ height: rows.height }}>
        <div style={{ transform: `translateY(${rows.shift}px)` }}>
          {lines.map(line => {
            const { offset, bytes, text } = hexLine(value, line);
            return (
              <div
                key={line}
                className={styles.hexLine}
                style={{ top: rows.topOf(line) }}
              >
                <span className={styles.offset}>{offset}</span>
                {`  ${bytes}  `}
                <span className={styles.ascii}>{text}</span>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
