import { Router } from 'express';
import { audited, RouteContext } from '../RouteContext';

/** @internal */
export function addScriptRoutes(router: Router, context: RouteContext): void {
  router.post('/scripts', async (request, response) => {
    const event = {
      eventId: 'script-upload',
      action: 'create',
      severity: 'medium',
    } as const;
    const script = await audited(
      context,
      request,
      event,
      async (caller, meta) => {
        const saved = await context.tasks
          .uploadScript(caller, request.iterator({ destroyOnReturn: false }))
          // A refused upload is read to its end, so that the answer arrives.
          .finally(() => request.resume());
        Object.assign(meta, { scriptId: saved.id, bytes: saved.bytes });
        return saved;
      },
    );
    response.status(201).json({
      scriptId: script.id,
      bytes: script.bytes,
      sha256: script.sha256,
    });
  });
}
