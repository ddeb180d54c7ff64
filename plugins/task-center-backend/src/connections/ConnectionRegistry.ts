import { InputError, NotFoundError } from '@backstage/errors';
import { DatabaseEngine } from 'backstage-plugin-task-center-node';
import { ConnectionDefinition } from './ConnectionDefinition';

/**
 * A connection with the engine that reaches it.
 *
 * @internal
 */
export interface RegisteredConnection extends ConnectionDefinition {
  databaseEngine: DatabaseEngine;
}

/**
 * The connections of this portal.
 *
 * @internal
 */
export class ConnectionRegistry {
  /**
   * @throws InputError when a connection names an engine that is not there
   */
  static create(
    definitions: ConnectionDefinition[],
    engines: DatabaseEngine[],
  ): ConnectionRegistry {
    const byId = new Map(engines.map(engine => [engine.id, engine]));
    const connections = definitions.map(definition => {
      const databaseEngine = byId.get(definition.engine);
      if (!databaseEngine) {
        throw new InputError(
          `taskCenter.connections.${definition.id}.engine is '${
            definition.engine
          }', but there are only: ${[...byId.keys()].join(', ')}`,
        );
      }
      return { ...definition, databaseEngine };
    });
    return new ConnectionRegistry(connections);
  }

  private constructor(private readonly connections: RegisteredConnection[]) {}

  list(): RegisteredConnection[] {
    return this.connections;
  }

  find(id: string): RegisteredConnection | undefined {
    return this.connections.find(connection => connection.id === id);
  }

  /**
   * @throws NotFoundError when there is no such connection
   */
  get(id: string): RegisteredConnection {
    const connection = this.find(id);
    if (!connection) {
      throw new NotFoundError(
        `There is no connection '${id}'. GET /connections lists those that you may use.`,
      );
    }
    return connection;
  }
}
