import { ReactNode } from 'react';
import styles from './TaskLogs.module.css';

/**
 * A message in which what is looked for is marked.
 *
 * @internal
 */
export function LogText(props: { text: string; needle: string }) {
  const { text, needle } = props;
  if (!needle) {
    return <>{text}</>;
  }
  const parts: ReactNode[] = [];
  const lowerText = text.toLowerCase();
  const lowerNeedle = needle.toLowerCase();
  let from = 0;
  for (;;) {
    const at = lowerText.indexOf(lowerNeedle, from);
    if (at < 0) {
      break;
    }
    parts.push(text.slice(from, at));
    from = at + needle.length;
    parts.push(
      <mark key={at} className={styles.mark}>
        {text.slice(at, from)}
      </mark>,
    );
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
}
