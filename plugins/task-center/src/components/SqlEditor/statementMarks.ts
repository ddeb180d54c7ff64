import {
  Decoration,
  EditorView,
  Extension,
  gutter,
  GutterMarker,
} from '@uiw/react-codemirror';

/**
 * Where a statement begins in the SQL that is shown.
 *
 * @internal
 */
export interface StatementMark {
  /** From 1. */
  line: number;
  /** The number of the statement, from 1. */
  statement: number;
}

class NumberMarker extends GutterMarker {
  constructor(
    private readonly statement: number,
    private readonly text: string,
    private readonly title: string,
    private readonly onPress: (statement: number) => void,
  ) {
    super();
  }

  eq(other: NumberMarker): boolean {
    return (
      other.statement === this.statement &&
      other.text === this.text &&
      other.title === this.title
    );
  }

  toDOM(): Node {
    const element = document.createElement('span');
    element.textContent = this.text;
    element.title = this.title;
    element.addEventListener('click', () => this.onPress(this.statement));
    return element;
  }
}

/**
 * Numbers the statements beside the lines on which they begin; who presses a number is taken to the statement. It is for
 * the pointer: a list of the statements does the same for the keyboard.
 *
 * @param marks - at least one
 * @param words - how a statement's number is written, and what its mark says of it
 * @internal
 */
export function statementMarks(
  marks: StatementMark[],
  onPress: (statement: number) => void,
  words: Record<'number' | 'title', (statement: number) => string>,
): Extension {
  const markerOf = ({ statement }: StatementMark, title: string) =>
    new NumberMarker(statement, `#${words.number(statement)}`, title, onPress);
  const byLine = new Map<number, NumberMarker>();
  for (const mark of marks) {
    // Of several on a line, the first.
    if (!byLine.has(mark.line)) {
      byLine.set(mark.line, markerOf(mark, words.title(mark.statement)));
    }
  }
  return gutter({
    class: 'cm-statements',
    lineMarker: (view, { from }) =>
      byLine.get(view.state.doc.lineAt(from).number) ?? null,
    // As wide as the longest number, and not to be seen.
    initialSpacer: () => markerOf(marks[marks.length - 1], ''),
  });
}

/**
 * Shows which line was asked for.
 *
 * @param line - from 1
 * @internal
 */
export function markedLine(line: number): Extension {
  const decoration = Decoration.line({ class: 'cm-wantedLine' });
  return EditorView.decorations.of(({ state: { doc } }) =>
    line <= doc.lines
      ? Decoration.set(decoration.range(doc.line(line).from))
      : Decoration.none,
  );
}
