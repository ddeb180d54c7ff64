import { useEffect, useRef, useState } from 'react';
import { SearchField } from '@backstage/ui';
import { useDebouncedValue } from '../../hooks';
import { useTexts } from '../../translations';
import styles from './TaskList.module.css';

const SEARCH_DELAY_MS = 300;

/**
 * Looks for tasks by their texts, once a text has come to rest.
 *
 * @internal
 */
export function TaskSearch(props: {
  value: string;
  onChange: (value: string) => void;
}) {
  const { value, onChange } = props;
  const t = useTexts();
  const [text, setText] = useState(value);
  const settled = useDebouncedValue(text, SEARCH_DELAY_MS);
  const sent = useRef(value);

  useEffect(() => {
    if (settled !== sent.current) {
      sent.current = settled;
      onChange(settled);
    }
    // Only a text that has come to rest is a reason to search.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);

  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value;
      setText(value);
    }
  }, [value]);

  return (
    <SearchField
      aria-label={t('taskList.search')}
      placeholder={t('taskList.search.placeholder')}
      className={styles.search}
      value={text}
      onChange={setText}
    />
  );
}
