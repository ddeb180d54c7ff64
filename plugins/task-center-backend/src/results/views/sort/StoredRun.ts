import { RowKey } from 'backstage-plugin-task-center-common';
import { CsvScanner } from '../../CsvScanner';
import { RecordOrder } from './recordOrder';
import { RecordSource } from './RecordSource';

/**
 * Sorted records that are read text by text.
 *
 * @internal
 */
export class StoredRun implements RecordSource {
  key: RowKey = [];
  position = -1;

  private scanner = CsvScanner.create('', []);

  static create(
    texts: AsyncGenerator<string, void>,
    order: RecordOrder,
  ): StoredRun {
    return new StoredRun(texts, order);
  }

  private constructor(
    private readonly texts: AsyncGenerator<string, void>,
    private readonly order: RecordOrder,
  ) {}

  get record(): string {
    return this.scanner.record;
  }

  advance(): boolean {
    const { scanner, order } = this;
    if (!scanner.next()) {
      return false;
    }
    this.position = Number(scanner.fields[0]);
    this.key = order.keyOfRecord(scanner.fields);
    return true;
  }

  async fetch(): Promise<boolean> {
    const { done, value } = await this.texts.next();
    if (done) {
      return false;
    }
    this.scanner = CsvScanner.create(value, this.order.wantedOfRecord);
    return this.advance() || this.fetch();
  }

  async close(): Promise<void> {
    await this.texts.return();
  }
}
