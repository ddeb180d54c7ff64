import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiArrowDownSLine } from '@remixicon/react';
import { useTexts } from '../../../translations';
import { Find } from './useFind';

/**
 * Chooses where a text is looked for.
 *
 * @internal
 */
export function FindScope({ scope, setScope }: Find) {
  const t = useTexts();
  return (
    <MenuTrigger>
      <Button
        variant="tertiary"
        size="small"
        iconEnd={<RiArrowDownSLine />}
        aria-label={t('resultQuery.find.scope', {
          scope: t(`sqlWindow.${scope}`),
        })}
      >
        {t(`sqlWindow.${scope}`)}
      </Button>
      <Menu>
        <MenuItem onAction={() => setScope('loaded')}>
          {t('resultQuery.find.scope.loaded')}
        </MenuItem>
        <MenuItem onAction={() => setScope('whole')}>
          {t('resultQuery.find.scope.whole')}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  );
}
