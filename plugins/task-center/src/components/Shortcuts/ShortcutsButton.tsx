import { useState } from 'react';
import { ButtonIcon, Tooltip, TooltipTrigger } from '@backstage/ui';
import { RiKeyboardLine } from '@remixicon/react';
import { useTexts } from '../../translations';
import { ShortcutsDialog } from './ShortcutsDialog';
import { useQuestionMark } from './useQuestionMark';

/**
 * Lists the keys of the pages, when it is pressed or the question mark is.
 *
 * @internal
 */
export function ShortcutsButton() {
  const t = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  useQuestionMark(() => setIsOpen(true));
  return (
    <>
      <TooltipTrigger>
        <ButtonIcon
          variant="tertiary"
          aria-label={t('shortcuts.title')}
          aria-keyshortcuts="?"
          icon={<RiKeyboardLine />}
          onPress={() => setIsOpen(true)}
        />
        <Tooltip>{t('shortcuts.hint')}</Tooltip>
      </TooltipTrigger>
      {isOpen && <ShortcutsDialog onClose={() => setIsOpen(false)} />}
    </>
  );
}
