import { useState } from 'react';
import { UserEntity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { CatalogApi, catalogApiRef } from '@backstage/plugin-catalog-react';
import { Combobox, useAsyncList } from '@backstage/ui';
import { Texts, useTexts } from '../../translations';
import { formatUser } from '../common';
import styles from './TaskList.module.css';

const MOST_SHOWN = 20;

interface UserOption {
  /** Entity ref. */
  id: string;
  label: string;
}

/**
 * @internal
 */
export interface CreatorFilterProps {
  /** Entity ref. */
  creator: string | undefined;
  onChange: (creator: string | undefined) => void;
}

/**
 * Narrows a list of tasks down to those of one user of the catalog, who is looked for by name. A portal may have none.
 *
 * @internal
 */
export function CreatorFilter(props: CreatorFilterProps) {
  const catalog = useApiHolder().get(catalogApiRef);
  return catalog ? <UserField {...props} catalog={catalog} /> : null;
}

function UserField(props: CreatorFilterProps & { catalog: CatalogApi }) {
  const { creator, onChange, catalog } = props;
  const t = useTexts();
  const [chosen, setChosen] = useState<UserOption>();
  const users = useAsyncList<UserOption>({
    async load({ filterText = '' }) {
      const { items } = await catalog.queryEntities({
        filter: { kind: 'User' },
        fields: ['kind', 'metadata', 'spec.profile.displayName'],
        limit: MOST_SHOWN,
        orderFields: [{ field: 'metadata.name', order: 'asc' }],
        fullTextFilter: {
          term: filterText,
          fields: ['metadata.name', 'spec.profile.displayName'],
        },
      });
      return {
        items: items.map(user => ({
          id: stringifyEntityRef(user),
          label: describeUser(user as UserEntity, t),
        })),
      };
    },
  });

  return (
    <Combobox
      aria-label={t('taskList.creator')}
      placeholder={t('taskList.creator')}
      className={styles.select}
      options={users}
      search={{ mode: 'server' }}
      value={valueOf(creator, chosen)}
      onChange={user => {
        setChosen(
          user ? { id: String(user.id), label: user.label } : undefined,
        );
        onChange(user ? String(user.id) : undefined);
      }}
    />
  );
}

/** Another text than that which was chosen would be taken for something to look for. */
function valueOf(
  creator: string | undefined,
  chosen: UserOption | undefined,
): UserOption | null {
  if (!creator) {
    return null;
  }
  return chosen?.id === creator
    ? chosen
    : { id: creator, label: formatUser(creator) };
}

/** The list names users by their entities' names; here they may be looked for by the names that people call them. */
function describeUser({ metadata, spec }: UserEntity, t: Texts): string {
  const { name } = metadata;
  const displayName = spec?.profile?.displayName;
  return displayName &&
    displayName.toLocaleLowerCase() !== name.toLocaleLowerCase()
    ? t('common.withDetails', { name, details: displayName })
    : name;
}
