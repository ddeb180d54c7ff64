import {
  AuditorService,
  AuthService,
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Request } from 'express';
import { ConnectionRegistry, DatabaseOwners } from '../connections';
import { ResultSetStore } from '../results';
import { ScriptStore } from '../scripts';
import { SegmentStore } from '../streams';
import {
  AuthorizedTaskService,
  Caller,
  identifyCaller,
  TaskCenterAccess,
} from '../tasks';

/**
 * What the routes work with.
 *
 * @internal
 */
export interface RouteContext {
  tasks: AuthorizedTaskService;
  access: TaskCenterAccess;
  connections: ConnectionRegistry;
  owners: DatabaseOwners;
  scripts: ScriptStore;
  segments: SegmentStore;
  resultSets: ResultSetStore;
  auth: AuthService;
  httpAuth: HttpAuthService;
  userInfo: UserInfoService;
  auditor: AuditorService;
  /** The largest script that can be part of a request, in bytes. */
  maxInlineBytes: number;
}

/**
 * Who sent a request.
 *
 * @param options - whether the cookie that a browser sends with a download is enough
 * @internal
 */
export async function callerOf(
  context: RouteContext,
  request: Request,
  options: { allowCookie?: boolean } = {},
): Promise<Caller> {
  const credentials = await context.httpAuth.credentials(request, {
    allow: ['user', 'service'],
    allowLimitedAccess: options.allowCookie,
  });
  return identifyCaller(credentials, context);
}

/**
 * Does something for a request and writes down who asked for it and how it ended.
 *
 * @internal
 */
export async function audited<T>(
  context: RouteContext,
  request: Request,
  event: {
    eventId: string;
    action: string;
    severity: 'low' | 'medium' | 'high';
    meta?: Record<string, string | number>;
  },
  action: (meta: Record<string, string | number>) => Promise<T>,
): Promise<T> {
  const auditEvent = await context.auditor.createEvent({
    eventId: event.eventId,
    severityLevel: event.severity,
    request,
    meta: { actionType: event.action, ...event.meta },
  });
  const outcome: Record<string, string | number> = {};
  try {
    const result = await action(outcome);
    await auditEvent.success({ meta: outcome });
    return result;
  } catch (error: any) {
    await auditEvent.fail({ error });
    throw error;
  }
}
