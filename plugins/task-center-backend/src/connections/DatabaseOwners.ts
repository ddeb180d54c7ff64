import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';

const FRESH_MS = 30_000;
const RETRY_MS = 5_000;

/**
 * Who owns the catalog entities of the connections.
 *
 * @internal
 */
export interface DatabaseOwners {
  /** The owners' entity refs, by the entity ref of the database. */
  get(): Promise<Map<string, string[]>>;
}

/**
 * @internal
 */
export interface CatalogDatabaseOwnersOptions {
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  entityRefs: string[];
}

/**
 * Asks the catalog for the owners, and keeps its answer for half a minute. The entities are few: one a connection.
 *
 * @internal
 */
export class CatalogDatabaseOwners implements DatabaseOwners {
  private answer?: { owners: Promise<Map<string, string[]>>; until: number };

  static create(options: CatalogDatabaseOwnersOptions): CatalogDatabaseOwners {
    return new CatalogDatabaseOwners(options);
  }

  private constructor(private readonly options: CatalogDatabaseOwnersOptions) {}

  async get(): Promise<Map<string, string[]>> {
    if (!this.answer || Date.now() > this.answer.until) {
      this.answer = {
        owners: this.askOrKeep(this.answer?.owners),
        until: Date.now() + FRESH_MS,
      };
    }
    return this.answer.owners;
  }

  /** Nobody is taken for an owner when the catalog never answered; who owned a database before goes on owning it. */
  private async askOrKeep(
    before: Promise<Map<string, string[]>> = Promise.resolve(new Map()),
  ): Promise<Map<string, string[]>> {
    try {
      return await this.ask();
    } catch (error: any) {
      this.options.logger.warn('Could not ask the catalog for owners', error);
      this.answer!.until = Date.now() + RETRY_MS;
      return before;
    }
  }

  private async ask(): Promise<Map<string, string[]>> {
    const { catalog, auth, entityRefs } = this.options;
    if (entityRefs.length === 0) {
      return new Map();
    }
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind', 'metadata', 'relations'] },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return new Map(
      entityRefs.map((entityRef, index) => [
        entityRef,
        (items[index]?.relations ?? [])
          .filter(relation => relation.type === RELATION_OWNED_BY)
          .map(relation => relation.targetRef),
      ]),
    );
  }
}
