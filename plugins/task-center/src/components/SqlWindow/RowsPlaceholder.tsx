import { Skeleton } from '@backstage/ui';
import { ResultSet } from 'backstage-plugin-task-center-common';
import { ErrorPlaceholder, formatQuantity, Placeholder } from '../common';
import { RowSource } from './rows/RowSource';

const SHOWN_COLUMNS = 12;

/**
 * Stands in place of the grid while there is no row to show, and says why.
 *
 * @internal
 */
export function RowsPlaceholder(props: {
  resultSet: ResultSet;
  rows: RowSource;
}) {
  const { resultSet, rows } = props;
  if (resultSet.rowCount === 0) {
    const names = resultSet.columns.map(({ name }) => name);
    const shown = names.slice(0, SHOWN_COLUMNS).join(', ');
    return (
      <Placeholder title="No rows">
        {`The statement returned no rows of ${formatQuantity(
          names.length,
          'column',
        )}: ${shown}${names.length > SHOWN_COLUMNS ? ', …' : ''}`}
      </Placeholder>
    );
  }
  if (rows.error) {
    return (
      <ErrorPlaceholder
        error={rows.error}
        subject="The rows"
        onRetry={() => rows.retry()}
      />
    );
  }
  return (
    <div role="status" aria-label="Loading the rows" style={{ flex: 1 }}>
      <Skeleton width="100%" height="100%" />
    </div>
  );
}
