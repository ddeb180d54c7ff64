import { useEffect, useState } from 'react';
import { ButtonIcon } from '@backstage/ui';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import { useTexts } from '../../../translations';
import styles from './CellViewer.module.css';

// More at once takes a browser too long to break into lines.
const PART_CHARACTERS = 100_000;

/** @internal */
export interface TextValueProps {
  text: string;
  isWrapped: boolean;
}

/**
 * A text, a part of it at a time when it is long.
 *
 * @internal
 */
export function TextValue({ text, isWrapped }: TextValueProps) {
  const t = useTexts();
  const [part, setPart] = useState(0);
  useEffect(() => setPart(0), [text]);
  const count = Math.ceil(text.length / PART_CHARACTERS);
  const start = part * PART_CHARACTERS;
  const end = Math.min(text.length, start + PART_CHARACTERS);
  return (
    <>
      <pre
        key={part}
        className={styles.value}
        data-wrapped={isWrapped || undefined}
        // A long value is scrolled with the keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {text.slice(start, end)}
      </pre>
      {count > 1 && (
        <div className={styles.parts}>
          <ButtonIcon
            variant="tertiary"
            size="small"
            aria-label={t('resultGrid.value.part.previous')}
            icon={<RiArrowLeftSLine />}
            isDisabled={part === 0}
            onPress={() => setPart(part - 1)}
          />
          <span role="status">
            {t('resultGrid.value.part', {
              from: start + 1,
              to: end,
              total: text.length,
            })}
          </span>
          <ButtonIcon
            variant="tertiary"
            size="small"
            aria-label={t('resultGrid.value.part.next')}
            icon={<RiArrowRightSLine />}
            isDisabled={part === count - 1}
            onPress={() => setPart(part + 1)}
          />
        </div>
      )}
    </>
  );
}
