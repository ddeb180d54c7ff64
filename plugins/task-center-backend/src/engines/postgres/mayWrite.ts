import { PostgresConnection } from './PostgresConnection';

const HARMLESS = [
  'clock_timestamp',
  'gen_random_uuid',
  'pg_sleep',
  'random',
  'timeofday',
];

/**
 * Whether a query could change something through a function or a view that it names: the server calls volatile what
 * may. A name that it does not know, such as of a function that was not committed yet, counts as one that may.
 *
 * @throws DatabaseError when the server does not answer
 * @internal
 */
export async function mayWrite(
  control: PostgresConnection,
  sql: string,
): Promise<boolean> {
  const [[answer]] = await control.query(
    `WITH RECURSIVE volatile AS (
       SELECT oid, proname FROM pg_catalog.pg_proc
        WHERE provolatile = 'v' AND NOT proname = ANY (${toArray(HARMLESS)})
     ), dependent AS (
       SELECT r.ev_class, d.refclassid, d.refobjid
         FROM pg_catalog.pg_rewrite r JOIN pg_catalog.pg_depend d
           ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND d.objid = r.oid
     ), view AS (
       SELECT ev_class AS oid FROM dependent JOIN volatile ON oid = refobjid
        WHERE refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass
       UNION
       SELECT ev_class FROM dependent JOIN view ON oid = refobjid
        WHERE refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND ev_class <> oid
     )
     SELECT EXISTS (SELECT FROM volatile WHERE proname = ANY (${toArray(
       namesIn(sql),
     )}))
         OR EXISTS (SELECT FROM pg_catalog.pg_class JOIN view USING (oid)
                     WHERE relname = ANY (${toArray(namesIn(sql))}))
         OR EXISTS (SELECT FROM pg_catalog.unnest(${toArray(
           calledNamesIn(sql),
         )}) AS called
                     WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_proc WHERE proname = called)
                       AND NOT EXISTS (SELECT FROM pg_catalog.pg_get_keywords() WHERE word = called))`,
  );
  return answer !== 'f';
}

const NAME = /"((?:[^"]|"")+)"|[\p{L}_][\p{L}\p{N}_$]*/gu;
const CALLED_NAME = /(?:"((?:[^"]|"")+)"|[\p{L}_][\p{L}\p{N}_$]*)(?=\s*\()/gu;

function namesIn(sql: string): string[] {
  return collect(sql, NAME);
}

function calledNamesIn(sql: string): string[] {
  return collect(sql, CALLED_NAME);
}

function collect(sql: string, pattern: RegExp): string[] {
  const names = new Set<string>();
  for (const [name, quoted] of sql.matchAll(pattern)) {
    names.add(quoted?.replaceAll('""', '"') ?? name.toLowerCase());
  }
  return [...names];
}

function toArray(names: string[]): string {
  const items = names.map(name => `'${name.replaceAll("'", "''")}'`);
  return `ARRAY[${items.join(', ')}]::pg_catalog.name[]`;
}
