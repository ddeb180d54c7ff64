import { useEffect } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * Goes to the statement that the URL names, once there are statements to go to.
 *
 * @param total - how many statements there are; undefined while that is not known
 * @param goTo - gets the statement's position, from 0
 * @internal
 */
export function useWantedStatement(
  total: number | undefined,
  goTo: (position: number) => void,
): void {
  const [search] = useSearchParams();
  const wanted = Number(search.get('statement'));
  const isThere = wanted >= 1 && wanted <= (total ?? 0);
  useEffect(() => {
    if (isThere) {
      goTo(wanted - 1);
    }
    // The statement is gone to once, not each time that something else changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted, isThere]);
}
