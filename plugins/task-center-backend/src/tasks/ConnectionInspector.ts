import { LoggerService } from '@backstage/backend-plugin-api';
import {
  DatabaseSchema,
  RowEstimate,
} from 'backstage-plugin-task-center-common';
import {
  ConnectionRegistry,
  DatabaseOwners,
  RegisteredConnection,
  RowEstimator,
  SchemaReader,
} from '../connections';
import { Caller } from './Caller';
import { findCreatableConnection } from './findCreatableConnection';
import { TaskCenterAccess } from './permissions';

/**
 * What those who may create tasks on a connection can find out about its database before they do.
 *
 * @internal
 */
export class ConnectionInspector {
  static create(options: {
    access: TaskCenterAccess;
    connections: ConnectionRegistry;
    owners: DatabaseOwners;
    logger: LoggerService;
  }): ConnectionInspector {
    return new ConnectionInspector(
      options,
      SchemaReader.create(options),
      RowEstimator.create(options),
    );
  }

  private constructor(
    private readonly options: {
      access: TaskCenterAccess;
      connections: ConnectionRegistry;
      owners: DatabaseOwners;
    },
    private readonly schemas: SchemaReader,
    private readonly estimator: RowEstimator,
  ) {}

  /**
   * @throws NotAllowedError when the caller may not create tasks on the connection
   * @throws ServiceUnavailableError when the database does not answer
   */
  async readSchema(caller: Caller, id: string): Promise<DatabaseSchema> {
    return this.schemas.read(await this.find(caller, id));
  }

  /**
   * @throws NotAllowedError when the caller may not create tasks on the connection
   * @throws ServiceUnavailableError when the database does not answer
   */
  async estimate(
    caller: Caller,
    id: string,
    statements: string[],
  ): Promise<RowEstimate[]> {
    return this.estimator.estimate(await this.find(caller, id), statements);
  }

  private async find(
    caller: Caller,
    id: string,
  ): Promise<RegisteredConnection> {
    const rights = await this.options.access.toConnections(caller);
    return findCreatableConnection(id, rights, this.options);
  }
}
