import { Button } from '@backstage/ui';
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
  return (
    <Placeholder
      title={
        loadedOnly
          ? 'No loaded row passes the filters'
          : 'No row passes the filters'
      }
      actions={
        <>
          {loadedOnly && (
            <Button variant="primary" onPress={onWholeSet}>
              Look in the whole set
            </Button>
          )}
          <Button variant="secondary" onPress={onRemoveFilters}>
            Remove the filters
          </Button>
        </>
      }
    >
      {loadedOnly &&
        'The rows of the set that are not loaded yet were not looked at.'}
    </Placeholder>
  );
}
