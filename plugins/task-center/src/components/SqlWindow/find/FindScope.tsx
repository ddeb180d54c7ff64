import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiArrowDownSLine } from '@remixicon/react';
import { Find } from './useFind';

const LABELS = { loaded: 'Loaded rows', whole: 'Whole set' };

/**
 * Chooses where a text is looked for.
 *
 * @internal
 */
export function FindScope({ scope, setScope }: Find) {
  return (
    <MenuTrigger>
      <Button
        variant="tertiary"
        size="small"
        iconEnd={<RiArrowDownSLine />}
        aria-label={`Where to find: ${LABELS[scope]}`}
      >
        {LABELS[scope]}
      </Button>
      <Menu>
        <MenuItem onAction={() => setScope('loaded')}>
          Loaded rows, at once
        </MenuItem>
        <MenuItem onAction={() => setScope('whole')}>
          Whole set, by the service
        </MenuItem>
      </Menu>
    </MenuTrigger>
  );
}
