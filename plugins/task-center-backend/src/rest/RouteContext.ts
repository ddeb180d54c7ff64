import {
  AuditorService,
  AuthService,
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Request, Response } from 'express';
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
 * What is written down about a request.
 *
 * @internal
 */
export interface AuditEvent {
  eventId: string;
  action: string;
  severity: 'low' | 'medium' | 'high';
  meta?: Record<string, string | number>;
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
 * What is written down about a request that reads something of a task.
 *
 * @internal
 */
export function readEvent(
  action: string,
  taskId: string,
  severity: AuditEvent['severity'] = 'low',
): AuditEvent {
  return { eventId: 'task-fetch', action, severity, meta: { taskId } };
}

/**
 * Says that an answer is a file to be saved.
 *
 * @internal
 */
export function setDownloadHeaders(
  response: Response,
  type: string,
  fileName: string,
): void {
  response.setHeader('Content-Type', type);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader(
    'Content-Disposition',
    `attachment; filename="${fileName}"`,
  );
}

/**
 * Does something for a request and writes down who asked for it and how it ended.
 *
 * @internal
 */
export async function audited<T>(
  context: RouteContext,
  request: Request,
  event: AuditEvent,
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
