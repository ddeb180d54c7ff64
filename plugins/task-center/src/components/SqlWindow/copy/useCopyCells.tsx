import { ReactNode, useState } from 'react';
import { ResultSet, SqlDialect } from 'backstage-plugin-task-center-common';
import { useStored } from '../../../hooks';
import { useTexts } from '../../../translations';
import { describeError } from '../../common';
import { GridRange } from '../grid/GridSelection';
import { RowSource } from '../rows/RowSource';
import { copyCells } from './copyCells';
import { CopyFormat } from './CopyFormat';
import { CopyStyle } from './formatCells';
import { guessTable } from './guessTable';
import { InsertDialog } from './InsertDialog';

/** @internal */
export interface CopyCellsOptions {
  rows: RowSource;
  resultSet: ResultSet;
  shown: number[];
  /** The text of the statement that returned the rows. */
  statement: string | undefined;
  dialect: SqlDialect;
}

/** @internal */
export interface CopyCells {
  copy(range: GridRange, format: CopyFormat): void;
  /** What became of the last copying. */
  notice: string;
  withNames: boolean;
  setWithNames(withNames: boolean): void;
  /** Asks for what a format needs. */
  dialog: ReactNode;
}

/**
 * Copies cells, and says what came of it.
 *
 * @internal
 */
export function useCopyCells(options: CopyCellsOptions): CopyCells {
  const t = useTexts();
  const { rows, resultSet, shown, statement, dialect } = options;
  const [notice, setNotice] = useState('');
  const [withNames, setWithNames] = useStored<boolean>('copyWithNames', false);
  const [asked, setAsked] = useState<GridRange>();

  const run = async (range: GridRange, style: CopyStyle) => {
    setNotice(t('resultExport.copy.going'));
    const all = range.lastRow - range.firstRow + 1;
    try {
      const done = await copyCells({
        rows,
        columns: resultSet.columns,
        shown,
        range,
        style,
        t,
        onProgress: read =>
          read % 5_000 === 0 &&
          setNotice(t('resultExport.copy.progress', { read, total: all })),
      });
      setNotice(done);
    } catch (error) {
      setNotice(describeError(error as Error, t));
      throw error;
    }
  };
  const copy = (range: GridRange, format: CopyFormat) => {
    if (format === 'inserts') {
      setAsked(range);
    } else {
      run(range, { format, withNames }).catch(() => {});
    }
  };

  return {
    copy,
    notice,
    withNames,
    setWithNames,
    dialog: asked && (
      <InsertDialog
        guess={guessTable(statement)}
        dialect={dialect}
        onCopy={tableName =>
          run(asked, { format: 'inserts', withNames, tableName, dialect })
        }
        onClose={() => setAsked(undefined)}
      />
    ),
  };
}
