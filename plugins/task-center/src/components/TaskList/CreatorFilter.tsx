import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { CatalogApi, catalogApiRef } from '@backstage/plugin-catalog-react';
import { Combobox, useAsyncList } from '@backstage/ui';
import { useTexts } from '../../translations';
import { formatUser } from '../common';
import styles from './TaskList.module.css';

const MOST_SHOWN = 20;

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
  const users = useAsyncList<{ id: string; label: string }>({
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
          label: user.metadata.title ?? user.metadata.name,
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
      value={creator ? { id: creator, label: formatUser(creator) } : null}
      onChange={user => onChange(user ? String(user.id) : undefined)}
    />
  );
}
