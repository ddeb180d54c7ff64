import { useId } from 'react';
import {
  Checkbox,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { useTexts } from '../../translations';
import { KeyCombination } from './KeyCombination';
import { Shortcut, ShortcutArea, SHORTCUTS } from './shortcuts';
import styles from './Shortcuts.module.css';

/**
 * @internal
 */
export interface ShortcutsDialogProps {
  /** Whether the question mark shows it. Who speaks to their computer may not want that. */
  hasKey: boolean;
  onHasKeyChange: (hasKey: boolean) => void;
  onClose: () => void;
}

/**
 * Lists the keys of all pages.
 *
 * @internal
 */
export function ShortcutsDialog(props: ShortcutsDialogProps) {
  const { hasKey, onHasKeyChange, onClose } = props;
  const t = useTexts();
  return (
    <Dialog isOpen onOpenChange={open => open || onClose()} width={880}>
      <DialogHeader>{t('shortcuts.title')}</DialogHeader>
      {/* It has nothing else in it that the keyboard could scroll by. */}
      <DialogBody role="group" aria-label={t('shortcuts.title')} tabIndex={0}>
        <div className={styles.areas}>
          {(Object.keys(SHORTCUTS) as ShortcutArea[]).map(area => (
            <AreaShortcuts key={area} area={area} />
          ))}
        </div>
      </DialogBody>
      <DialogFooter>
        <Checkbox isSelected={hasKey} onChange={onHasKeyChange}>
          {t('shortcuts.byKey')}
        </Checkbox>
      </DialogFooter>
    </Dialog>
  );
}

function AreaShortcuts({ area }: { area: ShortcutArea }) {
  const t = useTexts();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.area}>
      <h3 id={id}>{t(`shortcuts.area.${area}`)}</h3>
      <dl>
        {SHORTCUTS[area].map(shortcut => (
          <ShortcutLine key={shortcut.text} {...shortcut} />
        ))}
      </dl>
    </section>
  );
}

function ShortcutLine({ keys, text }: Shortcut) {
  const t = useTexts();
  return (
    <div className={styles.shortcut}>
      <dt>{t(text)}</dt>
      <dd>
        {keys.map(each => (
          <KeyCombination key={each} keys={each} />
        ))}
      </dd>
    </div>
  );
}
