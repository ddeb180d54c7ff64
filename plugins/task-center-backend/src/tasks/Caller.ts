import {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';

/**
 * Who asks.
 *
 * @internal
 */
export interface Caller {
  credentials: BackstageCredentials;
  /** The entity ref of the user, or `service:<subject>` for another program. */
  ref: string;
  /** The user and the groups that they belong to. */
  ownershipRefs: string[];
  isService: boolean;
}

/**
 * Finds out who asks.
 *
 * @internal
 */
export async function identifyCaller(
  credentials: BackstageCredentials,
  services: { auth: AuthService; userInfo: UserInfoService },
): Promise<Caller> {
  const { auth, userInfo } = services;
  if (auth.isPrincipal(credentials, 'service')) {
    const ref = `service:${credentials.principal.subject}`;
    return { credentials, ref, ownershipRefs: [ref], isService: true };
  }
  const { userEntityRef, ownershipEntityRefs } = await userInfo.getUserInfo(
    credentials,
  );
  return {
    credentials,
    ref: userEntityRef,
    ownershipRefs: ownershipEntityRefs,
    isService: false,
  };
}
