import { giveFilesBytes } from '../../__testUtils__/giveFilesBytes';
import { editedScript, MAX_EDITED_BYTES, readScript } from './readScript';

giveFilesBytes();

const file = (...parts: BlobPart[]) => new File(parts, 'script.sql');

describe('readScript', () => {
  it('keeps the line ends of a script that is edited', async () => {
    const script = await readScript(file('SELECT 1;\r\nSELECT 2;\r\n'));
    if ('file' in script) {
      throw new Error(script.reason);
    }
    expect(script.sql).toBe('SELECT 1;\nSELECT 2;\n');
    expect(editedScript(script)).toBe('SELECT 1;\r\nSELECT 2;\r\n');
  });

  it.each([
    [
      'mixed line ends',
      'lineEnds',
      file("INSERT INTO t VALUES ('a\r\nb');\nSELECT 1;"),
    ],
    [
      'bytes that are not UTF-8',
      'encoding',
      file(new Uint8Array([0x53, 0xff, 0xfe])),
    ],
    [
      'a size beyond the editor',
      'size',
      file('x'.repeat(MAX_EDITED_BYTES + 1)),
    ],
  ])('does not touch a script with %s', async (_, reason, script) => {
    expect(await readScript(script)).toEqual({ file: script, reason });
  });
});
