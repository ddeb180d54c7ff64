/**
 * Measures the SQL splitter on three scripts that it makes itself, pushed in chunks of 64 KiB as a stream would:
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

function oneLineInsert() {
  const rows = [];
  for (let size = 0, i = 0; size < 10 * MEGABYTE; i++) {
    rows.push(`(${i},'order of customer ${i % 997}, it''s \\'new\\'',12.50)`);
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

function split(script) {
  const splitter = createStatementSplitter({ dialect: 'mysql' });
  let statements = 0;
  for (let at = 0; at < script.length; at += CHUNK) {
    statements += splitter.push(script.slice(at, at + CHUNK)).length;
  }
  return statements + splitter.end().length;
}

function measure(name, script) {
  const bytes = Buffer.byteLength(script);
  const speeds = [];
  let statements = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.hrtime.bigint();
    statements = split(script);
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    speeds.push(bytes / MEGABYTE / seconds);
  }
  speeds.sort((a, b) => a - b);
  const figures = {
    script: name,
    megabytes: Number((bytes / MEGABYTE).toFixed(1)),
    statements,
    medianMBs: Math.round(speeds[Math.floor(ROUNDS / 2)]),
    slowestMBs: Math.round(speeds[0]),
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

measure('10 MB one-line INSERT', oneLineInsert());
measure('250,000 short statements', shortStatements());
measure('mixed dump', mixedDump());
