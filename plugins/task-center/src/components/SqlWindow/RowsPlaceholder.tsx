import { Skeleton } from '@backstage/ui';
import { ResultSet } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import { ErrorPlaceholder, Placeholder } from '../common';
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
  const t = useTexts();
  const { resultSet, rows } = props;
  if (resultSet.rowCount === 0) {
    const names = resultSet.columns.map(({ name }) => name);
    const shown = [
      ...names.slice(0, SHOWN_COLUMNS),
      ...(names.length > SHOWN_COLUMNS ? ['…'] : []),
    ];
    return (
      <Placeholder title={t('sqlWindow.rows.none')}>
        {t('sqlWindow.rows.none.columns', {
          columns: t('common.columns', { count: names.length }),
          names: shown.join(t('common.listSeparator')),
        })}
      </Placeholder>
    );
  }
  if (rows.error) {
    return (
      <ErrorPlaceholder
        error={rows.error}
        subject={t('sqlWindow.rows.subject')}
        onRetry={() => rows.retry()}
      />
    );
  }
  return (
    <div
      role="status"
      aria-label={t('sqlWindow.rows.loading')}
      style={{ flex: 1 }}
    >
      <Skeleton width="100%" height="100%" />
    </div>
  );
}
