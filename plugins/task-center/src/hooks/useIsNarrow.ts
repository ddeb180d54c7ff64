import useMediaQuery from '@material-ui/core/useMediaQuery';

/**
 * Whether the screen is as narrow as a phone's, where the portal's sidebar is a bar at the bottom.
 *
 * @internal
 */
export function useIsNarrow(): boolean {
  return useMediaQuery('(max-width: 599.95px)', { noSsr: true });
}
