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
          /**
           * Bytes that are kept as CSV: of one result set (default: 8 GB) and of all result sets of a task (default:
           * 16 GB).
           */
          resultBytes?: { resultSet?: number; task?: number };
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
      /** For how long from now people can ask for them to be kept. Default: 90 days. */
      keptResults?: HumanDuration | string;
      /** How long an ended task itself is kept. Default: 90 days. */
      tasks?: HumanDuration | string;
    };
    results?: {
      /**
       * How many bytes stored rows may take, compressed as they are: those of one user's tasks (default: 32 GB) and
       * those of all tasks (default: 128 GB).
       */
      quota?: { userBytes?: number; overallBytes?: number };
    };
    scripts?: {
      /** The largest script. Default: 268,435,456 (256 MiB). */
      maxBytes?: number;
      /** The largest script that can be part of the request that creates a task. Default: 16,777,216 (16 MiB). */
      maxInlineBytes?: number;
    };
    /** Where scripts, logs and results are kept. */
    storage?: {
      /**
       * Where full segments of 64 KiB are kept, compressed; what is smaller is always in the database. When this is
       * changed, what is there already is moved. Default: `database`.
       */
      segments?: 'database' | 's3';
      /** A bucket of S3, or of what speaks its protocol. Keep it while anything is in the bucket. */
      s3?: {
        bucketName: string;
        /** Where in the bucket. Default: at its root. */
        bucketRootPath?: string;
        /** Default: that of the process, or `us-east-1` where an endpoint is set. */
        region?: string;
        /** The URL of storage that is not Amazon's. */
        endpoint?: string;
        /** Whether the name of the bucket stands in the path of URLs, as most storage but Amazon's needs it. */
        s3ForcePathStyle?: boolean;
        /** Encryption by the storage: `AES256` or `aws:kms`. */
        sse?: 'AES256' | 'aws:kms';
        /** The AWS account that the bucket is in; its credentials stand in the section `aws`. */
        accountId?: string;
        /** Default: those of the account, or what the process has of its own (environment, role, profile). */
        credentials?: {
          /** @visibility secret */
          accessKeyId: string;
          /** @visibility secret */
          secretAccessKey: string;
        };
      };
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
