/**
 * Measures the SQL splitter on scripts that it makes itself, pushed in chunks of 64 KiB as a stream would:
 *
 *   node bench/splitter.mjs
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('@backstage/cli/config/nodeTransform.cjs');
const {
  createStatementSplitter,
} = require('../plugins/task-center-common/src/splitter');

const CHUNK = 64 * 1024;
const MEGABYTE = 1_000_000;
const ROUNDS = 9;

function oneLineInsert(dialect) {
  const quote = dialect === 'mysql' ? "\\'" : "''";
  const rows = [];
  for (let size = 0, i = 0; size < 10 * MEGABYTE; i++) {
    rows.push(
      `(${i},'order of customer ${i % 997}, it''s ${quote}new${quote}',12.50)`,
    );
    size += rows[i].length + 1;
  }
  return `INSERT INTO orders VALUES ${rows.join(',')};\n`;
}

function shortStatements() {
  return Array.from(
    { length: 250_000 },
    (_, i) =>
      `INSERT INTO orders (id, customer, note) VALUES (${i}, 'customer ${i}', 'ok');\n`,
  ).join('');
}

function mixedDump() {
  const table = i => `--
-- Table structure for table \`orders_${i}\`
--
DROP TABLE IF EXISTS \`orders_${i}\`;
/*!40101 SET @saved_cs_client = @@character_set_client */;
CREATE TABLE \`orders_${i}\` (
  \`id\` bigint(20) NOT NULL AUTO_INCREMENT, -- the key
  \`note\` text DEFAULT NULL COMMENT 'what it''s about; /* free text */',
  PRIMARY KEY (\`id\`)
) ENGINE=InnoDB;
INSERT INTO \`orders_${i}\` VALUES ${"(1,'caf\\'é\\nnaïve'),".repeat(
    80,
  )}(2,NULL);
DELIMITER ;;
CREATE TRIGGER t_${i} BEFORE INSERT ON orders_${i} FOR EACH ROW BEGIN
  SET NEW.note = TRIM(NEW.note); # blanks
  SET @last = NEW.id;
END;;
DELIMITER ;
`;
  return Array.from({ length: 5_000 }, (_, i) => table(i)).join('\n');
}

function postgresDump() {
  const table = i => `--
-- Name: orders_${i}; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.orders_${i} (
    id bigint DEFAULT nextval('public.orders_id_seq'::regclass) NOT NULL,
    note text DEFAULT 'what it''s about'::text, -- free text
    CONSTRAINT positive CHECK ((id > 0))
);

CREATE FUNCTION public.trim_${i}() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  NEW.note := TRIM(NEW.note);
  RETURN NEW;
END;
$$;

${`INSERT INTO public.orders_${i} VALUES (1, 'it''s\nnaïve', true, '2026-11-22 12:00:00.123+00');\n`.repeat(
  40,
)}
`;
  return Array.from({ length: 5_000 }, (_, i) => table(i)).join('\n');
}

function split(dialect, script) {
  const splitter = createStatementSplitter({ dialect });
  let statements = 0;
  for (let at = 0; at < script.length; at += CHUNK) {
    statements += splitter.push(script.slice(at, at + CHUNK)).length;
  }
  return statements + splitter.end().length;
}

function measure(dialect, name, script) {
  const bytes = Buffer.byteLength(script);
  const speeds = [];
  let statements = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.hrtime.bigint();
    statements = split(dialect, script);
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    speeds.push(bytes / MEGABYTE / seconds);
  }
  speeds.sort((a, b) => a - b);
  const figures = {
    dialect,
    script: name,
    megabytes: Number((bytes / MEGABYTE).toFixed(1)),
    statements,
    medianMBs: Math.round(speeds[Math.floor(ROUNDS / 2)]),
    slowestMBs: Math.round(speeds[0]),
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

for (const [dialect, dump] of [
  ['mysql', mixedDump],
  ['postgres', postgresDump],
]) {
  measure(dialect, '10 MB one-line INSERT', oneLineInsert(dialect));
  measure(dialect, '250,000 short statements', shortStatements());
  measure(dialect, 'mixed dump', dump());
}
