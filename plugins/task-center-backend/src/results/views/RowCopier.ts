import { CsvScanner } from '../CsvScanner';
import { RowTaker } from './RowTaker';
import { RecordSink } from './sort';

/**
 * Writes rows in the order in which they come, each with its position before it.
 *
 * @internal
 */
export class RowCopier implements RowTaker {
  readonly wanted = [];
  private text = '';
  private count = 0;

  static create(sink: RecordSink): RowCopier {
    return new RowCopier(sink);
  }

  private constructor(private readonly sink: RecordSink) {}

  take(position: number, scanner: CsvScanner): boolean {
    this.text += `${position},${scanner.record}`;
    this.count += 1;
    return false;
  }

  endText(): boolean {
    const { text, count } = this;
    this.text = '';
    this.count = 0;
    // A copy: a part of a text that is kept keeps all of the text in memory.
    return count > 0 && this.sink.append(Buffer.from(text).toString(), count);
  }

  async settle(): Promise<void> {
    await this.sink.flush();
  }
}
