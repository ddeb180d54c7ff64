import { Connection } from 'backstage-plugin-task-center-common';
import { ScriptCount } from './ScriptCount';
import { ScriptPart } from './ScriptPart';
import { TaskForm } from './TaskForm';

/**
 * What was in the form when the person wanted it to run, whatever is changed there since.
 *
 * @internal
 */
export interface ReadySubmission {
  form: TaskForm;
  connection: Connection;
  parts: ScriptPart[];
  count: ScriptCount;
}
