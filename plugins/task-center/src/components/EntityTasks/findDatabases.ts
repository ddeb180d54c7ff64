import {
  Entity,
  RELATION_DEPENDS_ON,
  RELATION_HAS_PART,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/**
 * Whether tasks may run on an entity itself.
 *
 * @internal
 */
export function isDatabase(entity: Entity): boolean {
  return isKind(entity, 'resource') && entity.spec?.type === 'database';
}

/**
 * Whether an entity may depend on databases: a component that depends on a resource, or a system that has parts.
 *
 * @internal
 */
export function mayHaveDatabases(entity: Entity): boolean {
  if (isKind(entity, 'system')) {
    return targetsOf(entity, RELATION_HAS_PART).length > 0;
  }
  return isKind(entity, 'component') && resourcesOf(entity).length > 0;
}

/**
 * What leads from an entity to its databases.
 *
 * @internal
 */
export interface DatabaseTrail {
  /** Entity refs of what may be databases. */
  resources: string[];
  /** Entity refs of what has databases of its own. */
  components: string[];
}

/**
 * Finds the databases that an entity is, has as parts or depends on, as far as itself says it.
 *
 * @internal
 */
export function findDatabases(entity: Entity): DatabaseTrail {
  if (isKind(entity, 'resource')) {
    return { resources: [stringifyEntityRef(entity)], components: [] };
  }
  const parts = targetsOf(entity, RELATION_HAS_PART);
  return {
    resources: [
      ...resourcesOf(entity),
      ...parts.filter(ref => kindOf(ref) === 'resource'),
    ],
    components: parts.filter(ref => kindOf(ref) === 'component'),
  };
}

/**
 * Entity refs of the resources that an entity depends on.
 *
 * @internal
 */
export function resourcesOf(entity: Entity): string[] {
  return targetsOf(entity, RELATION_DEPENDS_ON).filter(
    ref => kindOf(ref) === 'resource',
  );
}

function targetsOf(entity: Entity, type: string): string[] {
  const targets = (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef);
  return [...new Set(targets)];
}

function kindOf(ref: string): string {
  return parseEntityRef(ref).kind.toLocaleLowerCase('en-US');
}

function isKind(entity: Entity, kind: string): boolean {
  return entity.kind.toLocaleLowerCase('en-US') === kind;
}
