/**
 * @public
 */
export interface SchemaColumn {
  name: string;
  /** As the database writes it, such as `varchar(40)`. */
  type: string;
}

/**
 * @public
 */
export interface SchemaTable {
  /** The schema that it is in, or in MySQL its database. Absent where a plain name finds it. */
  schema?: string;
  name: string;
  columns: SchemaColumn[];
}

/**
 * The tables and views of a database, for those who write SQL for it.
 *
 * @public
 */
export interface DatabaseSchema {
  tables: SchemaTable[];
  /** Whether there are more than these. */
  truncated: boolean;
}
