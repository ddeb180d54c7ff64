import { ReactNode, useState } from 'react';
import { Task } from 'backstage-plugin-task-center-common';
import { DropResultsDialog } from './DropResultsDialog';
import { KeepResultsDialog } from './KeepResultsDialog';

/**
 * The dialogs that change for how long the results of a task are there.
 *
 * @internal
 */
export function useResultDialogs(
  task: Task,
  onChanged: () => Promise<void>,
): { request(deed: 'keep' | 'drop'): void; dialog: ReactNode } {
  const [asked, setAsked] = useState<'keep' | 'drop'>();
  const Dialog = asked === 'keep' ? KeepResultsDialog : DropResultsDialog;
  return {
    request: setAsked,
    dialog: asked && (
      <Dialog
        task={task}
        onChanged={onChanged}
        onClose={() => setAsked(undefined)}
      />
    ),
  };
}
