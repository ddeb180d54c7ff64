import { useEffect, useRef, useState } from 'react';
import { Connection, Task } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import { dangersIn } from './ScriptCount';
import { toScriptFacts } from './scriptFacts';
import { ScriptPart } from './ScriptPart';
import { ReadySubmission } from './ReadySubmission';
import { taskNameOf } from './taskNameOf';
import { CreateTask, useCreateTask } from './useCreateTask';
import { TaskFormState } from './useTaskForm';
import { CountedScript } from './useScriptCount';
import { TaskFormErrors, validateTaskForm } from './validateTaskForm';

/** @internal */
export interface Submission extends Omit<CreateTask, 'create' | 'isCreating'> {
  /** Sends the form, if nothing keeps it from becoming a task and nobody has to be asked first. */
  submit(): Promise<void>;
  isPending: boolean;
  /** Whether it was tried, so that what is missing is said. */
  isChecked: boolean;
  /** What must be confirmed before it is sent. */
  toConfirm: ReadySubmission | undefined;
  confirm(): void;
  giveUp(): void;
  cancelUpload(): void;
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
 * asked of the person is about what is sent. When the form is left before that, nothing is.
 *
 * @internal
 */
export function useSubmission(options: SubmissionOptions): Submission {
  const { state, parts, connection } = options;
  const t = useTexts();
  const { create, isCreating, ...creation } = useCreateTask();
  const [isReading, setIsReading] = useState(false);
  const [isChecked, setIsChecked] = useState(false);
  const [ready, setReady] = useState<ReadySubmission>();
  // The state comes a moment too late for a key that is pressed twice.
  const underWay = useRef<AbortController>();
  const latest = useRef(state);
  latest.current = state;
  useEffect(() => () => underWay.current?.abort(), []);

  const send = async (submission: ReadySubmission, signal: AbortSignal) => {
    const task = await create(submission, signal);
    if (task && !signal.aborted) {
      options.onCreated(task);
    }
    return Boolean(task);
  };

  const prepare = async (signal: AbortSignal): Promise<boolean> => {
    setIsReading(true);
    const count = await options.counted.settle(parts, signal);
    setIsReading(false);
    if (signal.aborted) {
      return false;
    }
    const suggested = taskNameOf(state.script.units, count, t);
    // The person may have named it while the script was read.
    const { nameEdited, name } = latest.current.form;
    const form = { ...state.form, name: nameEdited ? name : suggested ?? name };
    if (!nameEdited) {
      latest.current.change({ name: form.name });
    }
    const facts = toScriptFacts(parts, count, t);
    const problems = validateTaskForm(form, connection, facts, t);
    if (!count || !connection || Object.keys(problems).length) {
      options.onProblems(problems);
      return false;
    }
    const submission = { form, connection, parts, count };
    if (dangersIn(count).length) {
      setReady(submission);
      return false;
    }
    return send(submission, signal);
  };

  const once = async (work: (signal: AbortSignal) => Promise<boolean>) => {
    if (underWay.current) {
      return;
    }
    const controller = new AbortController();
    underWay.current = controller;
    let isDone = false;
    try {
      isDone = await work(controller.signal);
    } finally {
      underWay.current = isDone ? controller : undefined;
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
    toConfirm: ready,
    confirm: () => ready && once(signal => send(ready, signal)),
    giveUp: () => setReady(undefined),
    cancelUpload: () => underWay.current?.abort(),
  };
}
