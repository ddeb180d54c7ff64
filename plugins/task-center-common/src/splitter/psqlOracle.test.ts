import {
  compareWithPsql,
  PsqlComparison,
} from './__testUtils__/compareWithPsql';
import { POSTGRES_SCRIPTS } from './__testUtils__/postgresScripts';
import { PsqlClient } from './__testUtils__/PsqlClient';
import { publicPostgresScripts } from './__testUtils__/publicPostgresScripts';
import { randomPostgresScript } from './__testUtils__/randomPostgresScript';
import { splitInChunks } from './__testUtils__/splitInChunks';

const { raw } = String;
const RANDOM_SCRIPTS = 1500;

/** Where the splitter does better than psql on purpose: what psql sends, and what it yields. */
const DELIBERATE_DIFFERENCES = [
  {
    what: 'a string with escapes that goes on in the next line is one, as for the server',
    script: raw`select E'a' -- x
'b\';c';`,
    psql: [
      raw`select E'a' -- x
'b\';`,
      `c';`,
    ],
    splitter: [
      raw`select E'a' -- x
'b\';c'`,
    ],
  },
  {
    what: 'blank lines stay, so that the server counts lines as the script does',
    script: 'select\n\n1;',
    psql: ['select\n1;'],
    splitter: ['select\n\n1'],
  },
  {
    what: 'comments alone are no statement',
    script: '/* a */;-- b\n;/* c */ -- d\n',
    psql: ['/* a */;', ';', '/* c */ -- d'],
    splitter: [],
  },
  {
    what: 'questions about variables are not answered',
    script: 'select :{?a};',
    psql: ['select FALSE;'],
    splitter: ['select :{?a}'],
  },
];

function utf8Bytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

const TABLE = Object.entries(POSTGRES_SCRIPTS).flatMap(([group, scripts]) =>
  Object.entries(scripts).map(
    ([name, script]) => [`${group}: ${name}`, utf8Bytes(script)] as const,
  ),
);

describe('the postgres splitter beside psql', () => {
  jest.setTimeout(120_000);

  let client: PsqlClient;

  beforeAll(async () => {
    client = await PsqlClient.create();
  });

  afterAll(async () => {
    await client?.close();
  });

  async function differencesIn(
    scripts: Iterable<readonly [name: string, script: string]>,
  ): Promise<object[]> {
    const compared = await compareWithPsql(client, scripts);
    return compared.flatMap(differencesOf);
  }

  it('sees the same statements in the scripts of the table', async () => {
    expect(TABLE.length).toBeGreaterThanOrEqual(60);
    expect(await differencesIn(TABLE)).toEqual([]);
  });

  it('sees the same statements in them with CRLF', async () => {
    const scripts = TABLE.map(
      ([name, script]) =>
        [`${name}, with CRLF`, script.replace(/\r?\n/g, '\r\n')] as const,
    );
    expect(await differencesIn(scripts)).toEqual([]);
  });

  it('sees the same statements in scripts of public origin', async () => {
    expect(await differencesIn(publicPostgresScripts())).toEqual([]);
  });

  it('sees the same statements in random scripts', async () => {
    const scripts = Array.from(
      { length: RANDOM_SCRIPTS },
      (_, seed) =>
        [`random ${seed}`, utf8Bytes(randomPostgresScript(seed))] as const,
    );
    expect(await differencesIn(scripts)).toEqual([]);
  });

  it.each(DELIBERATE_DIFFERENCES)(
    'differs: $what',
    async ({ script, psql, splitter }) => {
      expect(await client.run([script])).toEqual([psql]);
      const { statements } = splitInChunks(script, { dialect: 'postgres' });
      expect(statements.map(({ text }) => text)).toEqual(splitter);
    },
  );
});

function differencesOf(comparison: PsqlComparison): object[] {
  const { name, sent, expected, faults } = comparison;
  const differences: object[] = faults.map(fault => ({ name, fault }));
  const length = Math.max(sent.length, expected.length);
  for (let at = 0; at < length; at++) {
    if (sent[at] !== expected[at]) {
      const [psql, splitter] = [sent[at], expected[at]];
      return [...differences, { name, at, psql, splitter }];
    }
  }
  return differences;
}
