import { useId } from 'react';
import { Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import { useTexts } from '../../translations';
import { KeyCombination } from './KeyCombination';
import { Shortcut, ShortcutArea, SHORTCUTS } from './shortcuts';
import styles from './Shortcuts.module.css';

/**
 * Lists the keys of all pages.
 *
 * @internal
 */
export function ShortcutsDialog({ onClose }: { onClose(): void }) {
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
