import { HumanDuration } from '@backstage/types';

export interface Config {
  taskCenter?: {
    /**
     * The databases that tasks may run on, by an id of your choice. The binding to a catalog entity stands here and
     * nowhere else: who can write a catalog file must not be able to claim a database.
     */
    connections?: {
      [id: string]: {
        /** What people see. Default: the id. */
        title?: string;
        /** `mysql`, `postgres`, `sqlite`, or what another module adds. */
        engine: string;
        /** The catalog entity that stands for the database, such as `resource:default/shop-db`. */
        entityRef: string;
        /** How the engine reaches the database. */
        connection: {
          host?: string;
          /** Default: the engine's own. */
          port?: number;
          /**
           * In place of the host. `mysql`: the Unix socket; `postgres`: the directory that it is in, where its name follows
           * from the port.
           */
          socketPath?: string;
          /** Required for `postgres`. */
          user?: string;
          /** @visibility secret */
          password?: string;
          /** Default for `postgres`: the one that is named like the user. */
          database?: string;
          /** `true`, or what the TLS of Node.js takes. Default: no TLS. */
          ssl?:
            | boolean
            | {
                ca?: string;
                cert?: string;
                /** @visibility secret */
                key?: string;
                rejectUnauthorized?: boolean;
                /**
                 * Whether the certificate must name the host. Default: true, unless `rejectUnauthorized` is false or, for
                 * `mysql`, the host is an IP address.
                 */
                verifyIdentity?: boolean;
                /** `postgres`: the name that the certificate must bear in place of the host's. */
                servername?: string;
              };
          /** `sqlite`: the database file, from the backend's working directory. */
          filename?: string;
        };
        /** How many tasks may run at once, over all workers. Default: 2. */
        maxConcurrentTasks?: number;
        limits?: {
          /** Rows that are kept of one result set. Default: 1,000; at most: 10,000,000. */
          resultRows?: { default?: number; max?: number };
          /** How long a task may run. Default: 48 hours; at most: 480 hours. */
          executionTimeout?: {
            default?: HumanDuration | string;
            max?: HumanDuration | string;
          };
        };
      };
    };
    retention?: {
      /** How long the rows of an ended task are kept. Default: 14 days. */
      results?: HumanDuration | string;
      /** How long an ended task itself is kept. Default: 90 days. */
      tasks?: HumanDuration | string;
    };
    scripts?: {
      /** The largest script. Default: 268,435,456 (256 MiB). */
      maxBytes?: number;
      /** The largest script that can be part of the request that creates a task. Default: 16,777,216 (16 MiB). */
      maxInlineBytes?: number;
    };
    worker?: {
      /** Whether this backend runs tasks, beside answering requests. Default: true. */
      enabled?: boolean;
      /** How many tasks this backend runs at once, over all connections. Default: 8. */
      maxConcurrentTasks?: number;
      /**
       * How often this backend looks for tasks to run, beside when it is told that there are some: on PostgreSQL the
       * backends tell each other at once. Default: 1.5 seconds.
       */
      pollInterval?: HumanDuration | string;
      /** How long running tasks may go on when the backend is told to stop. Default: 10 seconds. */
      shutdownGrace?: HumanDuration | string;
    };
  };
}
