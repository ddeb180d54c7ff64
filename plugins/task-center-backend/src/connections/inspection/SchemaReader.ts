import { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { DatabaseSchema } from 'backstage-plugin-task-center-common';
import { RegisteredConnection } from '../ConnectionRegistry';
import { withInspectionSession } from './withInspectionSession';

const LIMITS = { tables: 2_000, columns: 20_000 };
const TIMEOUT_MS = 5_000;
const KEPT_MS = 15_000;
const FAILURE_KEPT_MS = 10_000;

interface CachedSchema {
  schema: Promise<DatabaseSchema>;
  /** By `performance.now()`. */
  keptUntil: number;
}

/**
 * Reads the schemas of connections, four times a minute at most for all who ask. A database that does not answer is left alone
 * for ten seconds.
 *
 * @internal
 */
export class SchemaReader {
  private readonly cache = new Map<string, CachedSchema>();

  static create(options: { logger: LoggerService }): SchemaReader {
    return new SchemaReader(options.logger);
  }

  private constructor(private readonly logger: LoggerService) {}

  /**
   * @throws NotFoundError when the engine has no schema to show
   * @throws ServiceUnavailableError when the database does not answer
   */
  async read(connection: RegisteredConnection): Promise<DatabaseSchema> {
    const known = this.cache.get(connection.id);
    if (known && performance.now() < known.keptUntil) {
      return known.schema;
    }
    const cached = {
      schema: this.readNow(connection),
      keptUntil: performance.now() + KEPT_MS,
    };
    this.cache.set(connection.id, cached);
    cached.schema.catch(() => {
      cached.keptUntil = performance.now() + FAILURE_KEPT_MS;
    });
    return cached.schema;
  }

  private async readNow(
    connection: RegisteredConnection,
  ): Promise<DatabaseSchema> {
    const { databaseEngine, title } = connection;
    if (!databaseEngine.readSchema) {
      throw new NotFoundError(`'${title}' does not show its tables.`);
    }
    return withInspectionSession(
      connection,
      { logger: this.logger, timeoutMs: TIMEOUT_MS },
      session => databaseEngine.readSchema!(session, LIMITS),
    );
  }
}
