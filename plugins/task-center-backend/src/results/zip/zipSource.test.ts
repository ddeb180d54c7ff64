import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateRawSync } from 'node:zlib';
import { deflateSegment, FINAL_BLOCK } from '../../streams';
import { listZip, withFile } from '../__testUtils__/readZip';
import { bufferSource, joinSources } from '../bytes';
import { streamZip } from './streamZip';
import { DeflatedFile, zipSource } from './zipSource';

const GIB = 2 ** 30;
const modifiedAt = new Date('2026-11-22T10:20:30Z');

function file(name: string, text: string): DeflatedFile {
  const data = Buffer.from(text);
  return {
    name,
    modifiedAt,
    crc32: crc32(data),
    bytes: data.length,
    deflated: bufferSource(deflateRawSync(data)),
  };
}

/** 5 GiB of zeros, which take some megabytes. */
async function zeros() {
  const portion = Buffer.alloc(64 * 1024 * 1024);
  const deflated = bufferSource(await deflateSegment(portion));
  const portions = (5 * GIB) / portion.length;
  let crc = 0;
  for (let n = 0; n < portions; n++) {
    crc = crc32(portion, crc);
  }
  return {
    portion,
    portions,
    file: {
      name: 'zeros.csv',
      modifiedAt,
      crc32: crc,
      bytes: 5 * GIB,
      deflated: joinSources([
        ...Array.from({ length: portions }, () => deflated),
        bufferSource(FINAL_BLOCK),
      ]),
    },
  };
}

describe('a zip', () => {
  it('keeps names, times and contents of its entries', async () => {
    const names = ['01-größe-价格.csv', '02-leer.csv'];
    const source = zipSource([file(names[0], 'a,b\n'), file(names[1], '')]);
    const zipped = await buffer(source.read());
    await withFile(zipped, path => {
      expect(listZip(path)).toEqual([
        [names[0], 4],
        [names[1], 0],
      ]);
      const listing = execFileSync('unzip', ['-Z', '-T', path]).toString();
      expect(listing).toContain('20261122.102030');
      expect(listing).toContain('-rw-r--r--');
    });
  });

  it('holds a file of more than 4 GiB, whether its size is known before or not', async () => {
    const { file: large, portion, portions } = await zeros();
    const known = await buffer(zipSource([large, file('b', 'b')]).read());
    async function* data() {
      for (let n = 0; n < portions; n++) {
        yield portion;
      }
    }
    const entry = { name: large.name, modifiedAt, data: data() };
    const unknown = await buffer(streamZip([entry]));
    for (const zipped of [known, unknown]) {
      await withFile(zipped, path => {
        const check =
          'import sys, zipfile; assert zipfile.ZipFile(sys.argv[1]).testzip() is None';
        execFileSync('python3', ['-c', check, path]);
        const listing = execFileSync('bsdtar', ['-tvf', path]).toString();
        expect(listing).toContain(String(5 * GIB));
      });
    }
  }, 120_000);

  it('finds an entry behind more than 4 GiB', async () => {
    const last = file('last.csv', 'found\n');
    const hole = 4.5 * GIB;
    const source = zipSource([
      {
        ...file('hole.csv', ''),
        deflated: { bytes: hole, read: () => bufferSource(Buffer.of()).read() },
      },
      last,
    ]);
    const directory = mkdtempSync(join(tmpdir(), 'task-center-zip-'));
    try {
      const path = join(directory, 'sparse.zip');
      const handle = await open(path, 'w');
      const tail = { from: hole, to: source.bytes };
      const rest = await buffer(source.read(tail));
      // What was not there to be read lies before the rest.
      await handle.write(rest, 0, rest.length, source.bytes - rest.length);
      await handle.close();
      expect(execFileSync('unzip', ['-p', path, 'last.csv']).toString()).toBe(
        'found\n',
      );
      const read =
        'import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read("last.csv"))';
      expect(execFileSync('python3', ['-c', read, path]).toString()).toContain(
        'found',
      );
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
