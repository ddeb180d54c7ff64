import { useState } from 'react';
import { ButtonIcon, Tooltip, TooltipTrigger } from '@backstage/ui';
import { RiKeyboardLine } from '@remixicon/react';
import { useStored } from '../../hooks';
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
  const [hasKey, setHasKey] = useStored<boolean>('shortcutsHaveKey', true);
  useQuestionMark(() => hasKey && setIsOpen(true));
  return (
    <>
      <TooltipTrigger>
        <ButtonIcon
          variant="tertiary"
          aria-label={t('shortcuts.title')}
          icon={<RiKeyboardLine />}
          onPress={() => setIsOpen(true)}
        />
        <Tooltip>{t(hasKey ? 'shortcuts.hint' : 'shortcuts.title')}</Tooltip>
      </TooltipTrigger>
      {isOpen && (
        <ShortcutsDialog
          hasKey={hasKey}
          onHasKeyChange={setHasKey}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
