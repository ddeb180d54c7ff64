import { ResultColumn } from 'backstage-plugin-task-center-common';
import { FieldDef } from 'pg';
import { PostgresConnection } from './PostgresConnection';

// Object ids below this one are the same on every server.
const FIRST_OWN_OID = 16_384;
const NONE = -1;

/**
 * Knows the names of types as SQL spells them, such as `numeric(12,2)`. Only the server knows them all, and what is not
 * known yet is asked over a second connection, because a question of ours would become part of the script's
 * transaction.
 *
 * @internal
 */
export class TypeNames {
  private readonly own = new Map<string, string>();

  private constructor(
    private readonly shared: Map<string, string>,
    private readonly withControl: <T>(
      use: (control: PostgresConnection) => Promise<T>,
    ) => Promise<T>,
  ) {}

  /**
   * @param shared - the names of built-in types, which every session can use
   */
  static create(
    shared: Map<string, string>,
    withControl: <T>(
      use: (control: PostgresConnection) => Promise<T>,
    ) => Promise<T>,
  ): TypeNames {
    return new TypeNames(shared, withControl);
  }

  /** Gives columns the names of their types. */
  async describe(fields: FieldDef[]): Promise<ResultColumn[]> {
    const missing = fields.filter(field => this.find(field) === undefined);
    if (missing.length > 0) {
      await this.ask(missing).catch(() => {});
    }
    return fields.map(field => ({
      name: field.name,
      type: this.find(field) ?? this.fallback(field),
    }));
  }

  private find({ dataTypeID, dataTypeModifier }: FieldDef): string | undefined {
    return this.mapOf(dataTypeID).get(keyOf(dataTypeID, dataTypeModifier));
  }

  private async ask(fields: FieldDef[]): Promise<void> {
    const values = fields.map(
      field => `(${field.dataTypeID}, ${field.dataTypeModifier})`,
    );
    const rows = await this.withControl(control =>
      control.query(
        `SELECT f.id, f.modifier, pg_catalog.format_type(f.id::pg_catalog.oid, f.modifier)
           FROM (VALUES ${values.join(', ')}) AS f (id, modifier)
           JOIN pg_catalog.pg_type t ON t.oid = f.id::pg_catalog.oid`,
      ),
    );
    for (const [id, modifier, name] of rows) {
      this.mapOf(Number(id)).set(keyOf(id!, modifier!), name!);
    }
  }

  // A type that the script has created and not committed can be seen by its own session alone.
  private fallback({ dataTypeID }: FieldDef): string {
    return (
      this.mapOf(dataTypeID).get(keyOf(dataTypeID, NONE)) ?? 'user-defined'
    );
  }

  private mapOf(id: number): Map<string, string> {
    return id < FIRST_OWN_OID ? this.shared : this.own;
  }
}

/**
 * The names of the built-in types, without their modifiers.
 *
 * @throws DatabaseError when the server does not answer
 * @internal
 */
export async function readBuiltInTypeNames(
  connection: PostgresConnection,
): Promise<Map<string, string>> {
  const rows = await connection.query(
    `SELECT oid, pg_catalog.format_type(oid, ${NONE}) FROM pg_catalog.pg_type
      WHERE oid < ${FIRST_OWN_OID} AND typtype <> 'c'`,
  );
  return new Map(rows.map(([id, name]) => [keyOf(id!, NONE), name!]));
}

function keyOf(id: number | string, modifier: number | string): string {
  return `${id}/${modifier}`;
}
