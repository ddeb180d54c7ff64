import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { ButtonLink, Text } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { useTaskCenterLinks } from '../../hooks';
import { useTexts } from '../../translations';
import { ErrorPlaceholder } from '../common';
import { useEntityConnections } from '../EntityTasks';
import { EntityTasksSummary } from './EntityTasksSummary';
import { useListHref } from './useListHref';

/**
 * The last tasks of a database and how its days went, on the overview of its catalog page.
 *
 * @internal
 */
export function EntityTasksCard() {
  const t = useTexts();
  const { entity } = useEntity();
  const { connections, error, refresh } = useEntityConnections(entity);
  const links = useTaskCenterLinks();
  const listHref = useListHref(connections);

  const creatable = connections?.find(each => each.canCreateTask);
  const isMissing = connections?.length === 0;
  return (
    <EntityInfoCard
      title={t('entityTasks.card.title')}
      headerActions={
        creatable && (
          <ButtonLink
            href={links.newTask({ connection: creatable.id })}
            size="small"
            variant="secondary"
            iconStart={<RiAddLine />}
          >
            {t('entityTasks.card.newTask')}
          </ButtonLink>
        )
      }
      footerActions={
        connections &&
        !isMissing && (
          <ButtonLink href={listHref()} size="small" variant="tertiary">
            {t('entityTasks.card.allTasks')}
          </ButtonLink>
        )
      }
    >
      {error && !connections && (
        <ErrorPlaceholder
          subject={t('entityTasks.connections')}
          error={error}
          onRetry={refresh}
        />
      )}
      {isMissing && (
        <Text as="p" variant="body-medium" color="secondary">
          {t('entityTasks.noConnection.title')}
        </Text>
      )}
      {!isMissing && (connections || !error) && (
        <EntityTasksSummary connections={connections} />
      )}
    </EntityInfoCard>
  );
}
