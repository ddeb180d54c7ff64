import { useEffect, useState } from 'react';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';

/**
 * The entity ref of the person who is signed in; undefined until it is known, and empty where nobody is.
 *
 * @internal
 */
export function useCurrentUserRef(): string | undefined {
  const identityApi = useApi(identityApiRef);
  const [userRef, setUserRef] = useState<string>();
  useEffect(() => {
    let mounted = true;
    identityApi.getBackstageIdentity().then(
      identity => mounted && setUserRef(identity.userEntityRef),
      () => mounted && setUserRef(''),
    );
    return () => {
      mounted = false;
    };
  }, [identityApi]);
  return userRef;
}
