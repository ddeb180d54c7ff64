import { WorkerMessage } from './WorkerChannel';

/**
 * What a notification says, and who sent it. Without a message when it is not understood: every role of the database can
 * send one, and so can a later version of the plugin.
 *
 * @internal
 */
export function readPayload(payload: string): {
  from?: string;
  message?: WorkerMessage;
} {
  const { from, message } = parse(payload) ?? {};
  const { kind, taskId } = message ?? {};
  if (typeof from !== 'string') {
    return {};
  }
  if (kind === 'wake') {
    return { from, message: { kind } };
  }
  return kind === 'abort' && typeof taskId === 'string'
    ? { from, message: { kind, taskId } }
    : { from };
}

function parse(payload: string): any {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
