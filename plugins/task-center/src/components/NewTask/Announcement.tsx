import { useRef } from 'react';
import { VisuallyHidden } from '@backstage/ui';
import { useDebouncedValue } from '../../hooks/useDebouncedValue';

const PAUSE_MS = 1_500;

/**
 * Says something to those who do not see it, once it has stood still for a moment, so that nobody is interrupted by what
 * changes with every key.
 *
 * @param text - what was said before stays while it is undefined
 * @internal
 */
export function Announcement({ text }: { text: string | undefined }) {
  const known = useRef('');
  known.current = text ?? known.current;
  const settled = useDebouncedValue(known.current, PAUSE_MS);
  return <VisuallyHidden role="status">{settled}</VisuallyHidden>;
}
