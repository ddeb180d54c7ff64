import {
  compareWithClient,
  Comparison,
  sendsSameTexts,
} from './__testUtils__/compareWithClient';
import { MysqlClient } from './__testUtils__/MysqlClient';
import { MYSQL_SCRIPTS } from './__testUtils__/mysqlScripts';
import { publicMysqlScripts } from './__testUtils__/publicMysqlScripts';
import { randomMysqlScript } from './__testUtils__/randomMysqlScript';
import { splitInChunks } from './__testUtils__/splitInChunks';

const RANDOM_SCRIPTS = 300;
const CLIENTS_AT_ONCE = 4;

/** Here the client that keeps comments does not find commands which the client that drops them finds. */
const SPLIT_ELSEWHERE_WITH_COMMENTS = [
  'comments: two dashes begin a line',
  'comments: a comment before a command',
  'the DELIMITER command: behind a comment on its line',
  'long commands: use with a comment inside',
];

/** Where the splitter does better than the client on purpose: what the client sends, and what it yields. */
const DELIBERATE_DIFFERENCES = [
  {
    what: 'exit with a delimiter is not sent before it is obeyed',
    script: 'select 1;exit;select 2;',
    client: ['select 1', 'exit'],
    splitter: ['select 1'],
  },
  {
    what: 'a line that begins with delimiter keeps its line break',
    script: 'select\ndelimiter\nfrom t;',
    client: ['select\ndelimiterfrom t'],
    splitter: ['select\ndelimiter\nfrom t'],
  },
  {
    what: 'a block comment stays as it is',
    script: 'select 1/* a */+1;',
    client: ['select 1 +1'],
    splitter: ['select 1/* a */+1'],
  },
  {
    what: 'a CRLF inside quotes is data',
    script: "select 'a\r\nb',\r\n`c\r\nd`;\r\n",
    client: ["select 'a\nb',\n`c\nd`"],
    splitter: ["select 'a\r\nb',\n`c\r\nd`"],
  },
];

function utf8Bytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

const TABLE = Object.entries(MYSQL_SCRIPTS).flatMap(([group, scripts]) =>
  Object.entries(scripts).map(
    ([name, script]) => [`${group}: ${name}`, utf8Bytes(script)] as const,
  ),
);

describe('the mysql splitter beside the mysql client', () => {
  jest.setTimeout(120_000);

  let client: MysqlClient;
  const compared = new Map<string, Comparison>();

  beforeAll(async () => {
    client = await MysqlClient.create();
  });

  afterAll(async () => {
    await client?.close();
  });

  async function forEachScript(
    scripts: Iterable<readonly [name: string, script: string]>,
    work: (name: string, script: string) => Promise<void>,
  ) {
    const waiting = [...scripts].reverse();
    const worker = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        await work(...next);
      }
    };
    await Promise.all(Array.from({ length: CLIENTS_AT_ONCE }, worker));
  }

  async function differencesIn(
    scripts: Iterable<readonly [name: string, script: string]>,
    level = (text: string) => text,
  ): Promise<object[]> {
    const differences: object[] = [];
    await forEachScript(scripts, async (name, script) => {
      const comparison = await compareWithClient(client, script);
      compared.set(name, comparison);
      const { faults } = comparison;
      const sent = comparison.sent.map(level);
      const expected = comparison.expected.map(level);
      const length = Math.max(sent.length, expected.length);
      for (let at = 0; at < length; at++) {
        if (sent[at] !== expected[at]) {
          const [clients, splitters] = [sent[at], expected[at]];
          differences.push({ name, at, clients, splitters });
          break;
        }
      }
      differences.push(...faults.map(fault => ({ name, fault })));
    });
    return differences;
  }

  it('sees the same statements in the scripts of the table', async () => {
    expect(await differencesIn(TABLE)).toEqual([]);
  });

  it('sees the same statements in them with CRLF', async () => {
    const scripts = TABLE.map(
      ([name, script]) =>
        [`${name}, with CRLF`, script.replace(/\n/g, '\r\n')] as const,
    );
    expect(await differencesIn(scripts)).toEqual([]);
  });

  it('yields the very texts that the client sends with comments', async () => {
    const others: string[] = [];
    await forEachScript(TABLE, async (name, script) => {
      if (!(await sendsSameTexts(client, script))) {
        others.push(name);
      }
    });
    expect(others.sort()).toEqual([...SPLIT_ELSEWHERE_WITH_COMMENTS].sort());
  });

  it('sees the same statements in scripts of public origin', async () => {
    expect(await differencesIn(publicMysqlScripts())).toEqual([]);
  });

  it('has been compared on at least 150 scripts', () => {
    const written = [...compared]
      .filter(([name]) => !name.endsWith('CRLF'))
      .map(([_, { script }]) => script);
    expect(new Set(written).size).toBeGreaterThanOrEqual(150);
  });

  it('sees the same statements in random scripts', async () => {
    const scripts = Array.from(
      { length: RANDOM_SCRIPTS },
      (_, seed) =>
        [`random ${seed}`, utf8Bytes(randomMysqlScript(seed))] as const,
    );
    // Where the client leaves a space for a comment at the beginning cannot be told from the statement.
    const withoutSpaces = (text: string) => text.replace(/ /g, '');
    expect(await differencesIn(scripts, withoutSpaces)).toEqual([]);
  });

  it.each(DELIBERATE_DIFFERENCES)(
    'differs: $what',
    async ({ script, client: sent, splitter }) => {
      expect(await client.run(script)).toEqual(sent);
      const { statements } = splitInChunks(script, { dialect: 'mysql' });
      expect(statements.map(({ text }) => text)).toEqual(splitter);
    },
  );

  it('keeps what is in quotes byte for byte, as the client in binary mode does', async () => {
    const script = `insert into t values ('a\r\nb\0\rc', "\0\r\n");select '\r\n;';`;
    const { statements } = splitInChunks(script, { dialect: 'mysql' });
    const sent = await client.run(script, ['--binary-mode']);
    expect(statements.map(({ text }) => text)).toEqual(sent);
    expect(sent).toHaveLength(2);
  });
});
