import { ReactElement } from 'react';
import { Button, MenuTrigger } from '@backstage/ui';
import { useTexts } from '../../../translations';
import styles from './MenuAt.module.css';

/**
 * A place in the frame of the grid, in pixels.
 *
 * @internal
 */
export interface MenuPlace {
  left: number;
  top: number;
}

/** @internal */
export interface MenuAtProps {
  place: MenuPlace;
  onClose(): void;
  /** The menu. */
  children: ReactElement;
}

/**
 * A menu that opens at a place of its own. One such menu does for all columns and cells, which need no buttons with all
 * that belongs to them while one scrolls.
 *
 * @internal
 */
export function MenuAt({ place, onClose, children }: MenuAtProps) {
  const t = useTexts();
  return (
    <MenuTrigger isOpen onOpenChange={open => open || onClose()}>
      <Button
        className={styles.anchor}
        style={place}
        aria-label={t('resultGrid.menu')}
        excludeFromTabOrder
      />
      {children}
    </MenuTrigger>
  );
}
