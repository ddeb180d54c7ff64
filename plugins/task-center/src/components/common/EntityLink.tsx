import { ReactNode } from 'react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/ui';
import { catalogEntityRouteRef } from '../../routes';

/**
 * @internal
 */
export interface EntityLinkProps {
  /** Such as `resource:default/shop-db`. */
  entityRef: string;
  /** What the link says; without it, the entity's name. */
  children?: ReactNode;
}

/**
 * A link to an entity's catalog page, or its name alone in a portal that has no catalog pages.
 *
 * @internal
 */
export function EntityLink({ entityRef, children }: EntityLinkProps) {
  const route = useRouteRef(catalogEntityRouteRef);
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const label = children ?? name;
  if (!route) {
    return <span title={entityRef}>{label}</span>;
  }
  const href = route({
    kind: kind.toLocaleLowerCase('en-US'),
    namespace: namespace.toLocaleLowerCase('en-US'),
    name,
  });
  return (
    <Link href={href} title={entityRef} standalone>
      {label}
    </Link>
  );
}

/**
 * The name by which people know the user behind an entity ref.
 *
 * @internal
 */
export function formatUser(userRef: string): string {
  return parseEntityRef(userRef, { defaultKind: 'user' }).name;
}
