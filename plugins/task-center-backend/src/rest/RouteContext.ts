import {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Task } from 'backstage-plugin-task-center-common';
import { Request, Response } from 'express';
import { ConnectionRegistry, DatabaseOwners } from '../connections';
import { ResultSetStore, ResultViews } from '../results';
import { ScriptStore } from '../scripts';
import { SegmentStore } from '../streams';
import {
  AuthorizedTaskService,
  Caller,
  ConnectionInspector,
  identifyCaller,
  TaskActivity,
  TaskCenterAccess,
} from '../tasks';

/**
 * What the routes work with.
 *
 * @internal
 */
export interface RouteContext {
  tasks: AuthorizedTaskService;
  activity: TaskActivity;
  access: TaskCenterAccess;
  connections: ConnectionRegistry;
  inspector: ConnectionInspector;
  owners: DatabaseOwners;
  scripts: ScriptStore;
  segments: SegmentStore;
  resultSets: ResultSetStore;
  views: ResultViews;
  auth: AuthService;
  httpAuth: HttpAuthService;
  userInfo: UserInfoService;
  auditor: AuditorService;
  logger: LoggerService;
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
  /** Whether the cookie that a browser sends with a download is enough. */
  allowCookie?: boolean;
}

/**
 * What is written down about a request that reads something of a task.
 *
 * @internal
 */
export function readEvent(
  action: string,
  taskId: string,
  options: Pick<Partial<AuditEvent>, 'severity' | 'allowCookie'> = {},
): AuditEvent {
  return {
    eventId: 'task-fetch',
    action,
    severity: 'low',
    meta: { taskId },
    ...options,
  };
}

/**
 * What is written down about a request that makes a task.
 *
 * @internal
 */
export function createEvent(
  action: string,
  meta: AuditEvent['meta'],
): AuditEvent {
  return { eventId: 'task-create', action, severity: 'high', meta };
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
  response.setHeader('Cache-Control', 'private, no-cache, no-transform');
  const plainName = fileName.replace(/[^\x20-\x7e]/g, '_');
  response.setHeader(
    'Content-Disposition',
    plainName === fileName
      ? `attachment; filename="${fileName}"`
      : `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(
          fileName,
        )}`,
  );
}

/**
 * Finds out who sent a request, does something for them, and writes down who asked for what and how it ended.
 *
 * @internal
 */
export async function audited<T>(
  context: RouteContext,
  request: Request,
  event: AuditEvent,
  action: (caller: Caller, meta: Record<string, string | number>) => Promise<T>,
): Promise<T> {
  const credentials = await context.httpAuth.credentials(request, {
    allow: ['user', 'service'],
    allowLimitedAccess: event.allowCookie,
  });
  const caller = await identifyCaller(credentials, context);
  const auditEvent = await context.auditor.createEvent({
    eventId: event.eventId,
    severityLevel: event.severity,
    request,
    // The auditor itself does not know who sends a cookie.
    meta: { actionType: event.action, caller: caller.ref, ...event.meta },
  });
  const outcome: Record<string, string | number> = {};
  try {
    const result = await action(caller, outcome);
    await auditEvent.success({ meta: outcome });
    return result;
  } catch (error: any) {
    await auditEvent.fail({ error });
    throw error;
  }
}

/**
 * Makes a task for whoever sent a request, and writes down which one it became.
 *
 * @internal
 */
export async function auditedCreation(
  context: RouteContext,
  request: Request,
  event: AuditEvent,
  create: (caller: Caller) => Promise<Task>,
): Promise<Task> {
  return audited(context, request, event, async (caller, meta) => {
    const task = await create(caller);
    const { id, connection, scriptSha256 } = task;
    Object.assign(meta, { taskId: id, connection, scriptSha256 });
    return task;
  });
}
