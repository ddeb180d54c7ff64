import { Button } from '@backstage/ui';
import { useTexts } from '../../translations';
import { Placeholder } from '../common';

/** @internal */
export interface NoMatchingRowsProps {
  /** Whether there are rows that were not looked at, because they are not in the page's memory. */
  loadedOnly: boolean;
  onWholeSet(): void;
  onRemoveFilters(): void;
}

/**
 * Stands in place of the rows when none passes the filters.
 *
 * @internal
 */
export function NoMatchingRows(props: NoMatchingRowsProps) {
  const { loadedOnly, onWholeSet, onRemoveFilters } = props;
  const t = useTexts();
  return (
    <Placeholder
      title={
        loadedOnly
          ? t('sqlWindow.rows.noneMatch.loaded')
          : t('sqlWindow.rows.noneMatch')
      }
      actions={
        <>
          {loadedOnly && (
            <Button variant="primary" onPress={onWholeSet}>
              {t('sqlWindow.rows.wholeSet')}
            </Button>
          )}
          <Button variant="secondary" onPress={onRemoveFilters}>
            {t('sqlWindow.rows.removeFilters')}
          </Button>
        </>
      }
    >
      {loadedOnly && t('sqlWindow.rows.noneMatch.why')}
    </Placeholder>
  );
}
