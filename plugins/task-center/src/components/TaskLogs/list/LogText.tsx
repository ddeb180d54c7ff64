import { memo, ReactNode } from 'react';
import { LineFinder } from 'backstage-plugin-task-center-common';
import styles from './LogList.module.css';

/** @internal */
export interface LogTextProps {
  text: string;
  marker: LineFinder | undefined;
}

/**
 * A message in which what is looked for is marked.
 *
 * @internal
 */
export const LogText = memo(function Text({ text, marker }: LogTextProps) {
  const parts: ReactNode[] = [];
  let behind = 0;
  for (const [from, to] of marker?.placesIn(text) ?? []) {
    parts.push(
      text.slice(behind, from),
      <mark key={from} className={styles.mark}>
        {text.slice(from, to)}
      </mark>,
    );
    behind = to;
  }
  return (
    <>
      {parts}
      {text.slice(behind)}
    </>
  );
});
