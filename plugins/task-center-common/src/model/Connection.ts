/**
 * The bounds of a setting that a person can choose.
 *
 * @public
 */
export interface SettingLimits {
  default: number;
  max: number;
}

/**
 * How large results may become as CSV, in bytes: one result set, and all of a task together.
 *
 * @public
 */
export interface ResultByteLimits {
  resultSet: number;
  task: number;
}

/**
 * A database that tasks may run on, as the caller sees it. Credentials never leave the backend.
 *
 * @public
 */
export interface Connection {
  id: string;
  title: string;
  /** The id of the engine, such as `mysql` or `sqlite`. */
  engine: string;
  /** The rules by which scripts for this connection are split into statements. */
  dialect: SqlDialect;
  entityRef: string;
  /** The name of the database on the server, where there is one. */
  database?: string;
  maxConcurrentTasks: number;
  limits: {
    /** Rows kept of one result set. */
    resultRows: SettingLimits;
    resultBytes: ResultByteLimits;
    executionTimeoutSeconds: SettingLimits;
    scriptBytes: { max: number };
  };
  /** Whether the caller may create tasks on it. */
  canCreateTask: boolean;
}

/**
 * The rules by which a script is split into statements.
 *
 * @public
 */
export type SqlDialect = 'mysql' | 'postgres' | 'sqlite';
