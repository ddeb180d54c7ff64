import { useRef, useState } from 'react';
import { Connection, Task } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import { countScript } from './countScript';
import { dangersIn, ScriptCount } from './ScriptCount';
import { toScriptFacts } from './scriptFacts';
import { ScriptPart } from './ScriptPart';
import { TaskForm } from './TaskForm';
import { taskNameOf } from './taskNameOf';
import { CreateTask, useCreateTask } from './useCreateTask';
import { TaskFormState } from './useTaskForm';
import { CountedScript } from './useScriptCount';
import {
  checkDelimiter,
  TaskFormErrors,
  validateTaskForm,
} from './validateTaskForm';

/** @internal */
export interface Submission extends Omit<CreateTask, 'create' | 'isCreating'> {
  /** Sends the form, if nothing keeps it from becoming a task and nobody has to be asked first. */
  submit(): Promise<void>;
  isPending: boolean;
  /** Whether it was tried, so that what is missing is said. */
  isChecked: boolean;
  /** What must be confirmed before it is sent. */
  toConfirm: ScriptCount | undefined;
  confirm(): void;
  giveUp(): void;
}

interface SubmissionOptions {
  state: TaskFormState;
  parts: ScriptPart[];
  counted: CountedScript;
  connection: Connection | undefined;
  onProblems(problems: TaskFormErrors): void;
  onCreated(task: Task): void;
}

/**
 * Takes the form through its checks to the backend. The script is read to its end before, as it is now, so that what is
 * asked of the person is about the script that is sent.
 *
 * @internal
 */
export function useSubmission(options: SubmissionOptions): Submission {
  const { state, parts, counted, connection } = options;
  const t = useTexts();
  const { create, isCreating, ...creation } = useCreateTask();
  const [isReading, setIsReading] = useState(false);
  const [isChecked, setIsChecked] = useState(false);
  const [ready, setReady] = useState<{ form: TaskForm; count: ScriptCount }>();
  // The state comes a moment too late for a key that is pressed twice.
  const isBusy = useRef(false);

  const send = async (form: TaskForm, count: ScriptCount) => {
    const task = await create(form, parts, count);
    if (task) {
      options.onCreated(task);
    }
    return Boolean(task);
  };

  const prepare = async (): Promise<boolean> => {
    setIsReading(true);
    const count = await settleCount(parts, counted, state.form, connection);
    setIsReading(false);
    const suggested = taskNameOf(state.script.units, count);
    const { nameEdited, name } = state.form;
    const form = { ...state.form, name: nameEdited ? name : suggested ?? name };
    state.change({ name: form.name });
    const facts = toScriptFacts(parts, count, t);
    const problems = validateTaskForm(form, connection, facts);
    if (!count || Object.keys(problems).length) {
      options.onProblems(problems);
      return false;
    }
    if (dangersIn(count).length) {
      setReady({ form, count });
      return false;
    }
    return send(form, count);
  };

  const once = async (work: () => Promise<boolean>) => {
    if (isBusy.current) {
      return;
    }
    isBusy.current = true;
    let isDone = false;
    try {
      isDone = await work();
    } finally {
      isBusy.current = isDone;
    }
  };

  return {
    ...creation,
    submit: () => {
      setIsChecked(true);
      return once(prepare);
    },
    isPending: isReading || isCreating,
    isChecked,
    toConfirm: ready?.count,
    confirm: () => ready && once(() => send(ready.form, ready.count)),
    giveUp: () => setReady(undefined),
  };
}

/** What is known of files is still true; a text may have changed since. */
async function settleCount(
  parts: ScriptPart[],
  { count, isCounting }: CountedScript,
  { delimiter }: TaskForm,
  connection: Connection | undefined,
): Promise<ScriptCount | undefined> {
  if (checkDelimiter(delimiter)) {
    return undefined;
  }
  const isText = parts.some(({ content }) => typeof content === 'string');
  if (!isText && !isCounting && count?.isFinished) {
    return count;
  }
  return countScript(parts, {
    dialect: connection?.dialect ?? 'mysql',
    delimiter,
    signal: new AbortController().signal,
  });
}
