import { createStatementSplitter } from 'backstage-plugin-task-center-common';
import { giveFilesBytes } from '../../__testUtils__/giveFilesBytes';
import { countScript } from './countScript';
import { joinScript } from './joinScript';
import { readInChunks } from './readInChunks';
import { ScriptPart } from './ScriptPart';

giveFilesBytes();

const RULES = { dialect: 'mysql', delimiter: ';' } as const;

async function join(parts: ScriptPart[]): Promise<string> {
  const { signal } = new AbortController();
  const count = await countScript(parts, { ...RULES, signal });
  const joined = await joinScript(parts, count!, RULES.delimiter);
  let text = '';
  for await (const chunk of readInChunks(joined)) {
    text += chunk;
  }
  return text;
}

function split(script: string): string[] {
  const splitter = createStatementSplitter(RULES);
  const statements = [...splitter.push(script), ...splitter.end()];
  return statements.map(({ text }) => text);
}

describe('joinScript', () => {
  it('leaves a single file as it is', async () => {
    const text = '\uFEFFSELECT 1;\r\nSELECT 2';
    expect(await join([{ content: new File([text], 'a.sql') }])).toBe(text);
  });

  it('makes one script of several, with the statements of each', async () => {
    const script = await join([
      { name: 'a.sql', content: 'DELIMITER $$\nSELECT 1$$\nSELECT 2 -- two' },
      { name: 'b\nDROP.sql', content: new File(['\uFEFFSELECT 3'], 'b.sql') },
      { name: 'c.sql', content: '' },
      { name: 'd.sql', content: 'SELECT 4' },
    ]);
    expect(split(script)).toEqual([
      'SELECT 1',
      'SELECT 2 -- two',
      'SELECT 3',
      'SELECT 4',
    ]);
    expect(script).toContain('-- 2 of 4: b DROP.sql\nSELECT 3\n;\n');
  });
});
