import { InputError } from '@backstage/errors';
import { createHash, randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { databaseNow, ScriptRow } from '../database';
import { inflateSegment, SegmentStore, StreamWriter } from '../streams';

const STREAM = 'script';
const PIECE_BYTES = 64 * 1024;

/**
 * What is known of a script beside its text.
 *
 * @internal
 */
export interface ScriptInfo {
  id: string;
  /** The size in bytes of UTF-8. */
  bytes: number;
  /** Of the bytes, in hex. */
  sha256: string;
}

/**
 * Keeps the scripts of tasks byte for byte, in the stream `script` under the script's own id; its items are bytes.
 *
 * @internal
 */
export class ScriptStore {
  static create(options: {
    knex: Knex;
    segments: SegmentStore;
    maxBytes: number;
  }): ScriptStore {
    return new ScriptStore(options.knex, options.segments, options.maxBytes);
  }

  private constructor(
    private readonly knex: Knex,
    private readonly segments: SegmentStore,
    readonly maxBytes: number,
  ) {}

  /**
   * Stores a script while it arrives.
   *
   * @throws InputError when it is larger than the limit or not UTF-8; nothing is left behind then
   */
  async save(
    source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    createdBy: string,
  ): Promise<ScriptInfo> {
    const id = randomUUID();
    try {
      const info = { id, ...(await this.saveBytes(id, source)) };
      await this.knex('scripts').insert({
        id,
        bytes: info.bytes,
        sha256: info.sha256,
        created_by: createdBy,
        created_at: databaseNow(this.knex),
      });
      return info;
    } catch (error) {
      await this.segments.remove([id]);
      throw error;
    }
  }

  /** What is known of a script that this user uploaded. */
  async find(id: string, createdBy: string): Promise<ScriptInfo | undefined> {
    const row = await this.knex<ScriptRow>('scripts')
      .where({ id, created_by: createdBy })
      .first();
    return row && { id, bytes: Number(row.bytes), sha256: row.sha256 };
  }

  /** The bytes of a script, in pieces as they are asked for. */
  async *read(id: string): AsyncGenerator<Buffer> {
    for await (const segment of this.segments.read({
      owner: id,
      stream: STREAM,
    })) {
      yield await inflateSegment(segment.data);
    }
  }

  /** Removes scripts with their text. */
  async remove(ids: string[], transaction?: Knex.Transaction): Promise<void> {
    await this.segments.remove(ids, { transaction });
    await (transaction ?? this.knex)('scripts').whereIn('id', ids).delete();
  }

  /** Removes the scripts that were uploaded longer ago than this and that no task uses. */
  async removeUnused(olderThanMs: number): Promise<number> {
    const rows = await this.knex<ScriptRow>('scripts')
      .select('id')
      .whereRaw('created_at < ? - ?', [databaseNow(this.knex), olderThanMs])
      .whereNotIn('id', this.knex('tasks').select('script_id'));
    await this.remove(rows.map(row => row.id));
    return rows.length;
  }

  private async saveBytes(
    id: string,
    source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ): Promise<Omit<ScriptInfo, 'id'>> {
    const writer = StreamWriter.create({ owner: id, stream: STREAM });
    const hash = createHash('sha256');
    const checkUtf8 = createUtf8Check();
    let bytes = 0;
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > this.maxBytes) {
        throw new InputError(
          `The script is larger than the limit of ${this.maxBytes} bytes. Split it into several tasks.`,
        );
      }
      checkUtf8(chunk);
      hash.update(chunk);
      for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
        const piece = Buffer.from(chunk.subarray(at, at + PIECE_BYTES));
        writer.append(piece, { items: piece.length });
      }
      if (writer.backlog > 4) {
        await this.store(writer);
      }
    }
    checkUtf8();
    await this.store(writer);
    return { bytes, sha256: hash.digest('hex') };
  }

  private async store(writer: StreamWriter): Promise<void> {
    const { stream, segments, saved } = await writer.unsaved();
    await this.segments.put(stream, segments);
    saved();
  }
}

function createUtf8Check(): (chunk?: Uint8Array) => void {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let checked = 0;
  return chunk => {
    try {
      decoder.decode(chunk, { stream: chunk !== undefined });
      checked += chunk?.length ?? 0;
    } catch {
      throw new InputError(
        `The script is not UTF-8 (behind byte ${checked}). Save it as UTF-8 and hand it over again.`,
      );
    }
  };
}
