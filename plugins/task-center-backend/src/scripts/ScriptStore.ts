import { ConflictError, InputError } from '@backstage/errors';
import { createHash, randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { databaseNow, ScriptRow, withPatience } from '../database';
import {
  inflateSegment,
  Segment,
  SegmentStore,
  StreamWriter,
} from '../streams';

const STREAM = 'script';
const PIECE_BYTES = 64 * 1024;
const BACKLOG_BYTES = 2 ** 20;

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
    // The row comes first: what a crash leaves behind is found by it.
    await this.knex('scripts').insert({
      id,
      bytes: 0,
      sha256: '',
      created_by: createdBy,
      created_at: databaseNow(this.knex),
    });
    try {
      const saved = await this.saveBytes(id, source);
      await this.knex('scripts').where({ id }).update(saved);
      return { id, ...saved };
    } catch (error) {
      await this.removeUnused([id]);
      throw error;
    }
  }

  /** What is known of a script that this user uploaded. */
  async find(id: string, createdBy: string): Promise<ScriptInfo | undefined> {
    const row = await this.knex<ScriptRow>('scripts')
      .where({ id, created_by: createdBy })
      .whereNot({ sha256: '' })
      .first();
    return row && { id, bytes: Number(row.bytes), sha256: row.sha256 };
  }

  /**
   * The bytes of a script, in pieces as they are asked for.
   *
   * @throws ConflictError at its end when it is not whole any more
   */
  async *read(
    id: string,
    bytes: number,
    options: { patienceMs?: number } = {},
  ): AsyncGenerator<Buffer> {
    let left = bytes;
    for (let number = 0; left > 0; number++) {
      const segment = await withPatience(options.patienceMs ?? 0, () =>
        this.segment(id, number),
      );
      if (!segment) {
        break;
      }
      left -= segment.rawBytes;
      yield await inflateSegment(segment);
    }
    if (left !== 0) {
      throw new ConflictError(`Script ${id} is not whole any more.`);
    }
  }

  /** Removes those of these scripts that no task uses, with their text. */
  async removeUnused(
    ids: string[],
    transaction?: Knex.Transaction,
  ): Promise<void> {
    for (const id of ids) {
      const removed = await (transaction ?? this.knex)('scripts')
        .where({ id })
        .whereNotExists(query =>
          query.select('id').from('tasks').where({ script_id: id }),
        )
        .delete();
      if (removed) {
        await this.segments.remove([id], { transaction });
      }
    }
  }

  /** The ids of scripts that arrived longer ago than this and that no task uses. */
  async findUnused(olderThanMs: number): Promise<string[]> {
    const rows = await this.knex<ScriptRow>('scripts')
      .select('id')
      .whereRaw('created_at < ? - ?', [databaseNow(this.knex), olderThanMs])
      .whereNotIn('id', this.knex('tasks').select('script_id'));
    return rows.map(row => row.id);
  }

  private async segment(
    id: string,
    number: number,
  ): Promise<Segment | undefined> {
    const stream = { owner: id, stream: STREAM };
    for await (const segment of this.segments.read(stream, number)) {
      return segment;
    }
    return undefined;
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
      if (writer.backlogBytes > BACKLOG_BYTES) {
        await this.store(writer);
      }
    }
    checkUtf8();
    await this.store(writer);
    return { bytes, sha256: hash.digest('hex') };
  }

  private async store(writer: StreamWriter): Promise<void> {
    const { stream, segments, saved } = await writer.unsaved();
    await this.segments.put(await this.segments.prepare(stream, segments));
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
