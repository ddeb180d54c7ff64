import { useCallback, useEffect, useRef, useState } from 'react';
import {
  clearTaskDraft,
  DraftLoss,
  saveTaskDraft,
  TaskDraftSource,
} from './taskDraft';
import { ScriptUnit } from './ScriptUnit';
import { EMPTY_TASK_FORM, TaskForm } from './TaskForm';

const PAUSE_MS = 300;
/** Keeping a long text takes some time; it is kept at once when the page is left. */
const LONG = { length: 256 * 1024, pauseMs: 3_000 };

/** @internal */
export interface DraftKeeping {
  /** Forgets the draft for good. */
  finish(): void;
  /** What the browser has no room for. */
  loss: DraftLoss | undefined;
}

/**
 * Keeps a form as a draft as soon as it differs from how it began.
 *
 * @param isLoading - whether the form is still being filled from a task
 * @internal
 */
export function useTaskDraft(
  source: TaskDraftSource,
  form: TaskForm,
  units: ScriptUnit[],
  isLoading: boolean,
): DraftKeeping {
  const sourceRef = useRef(source);
  const isFinished = useRef(false);
  const [loss, setLoss] = useState<DraftLoss>();
  const latest = useRef({ form, units, isLoading });
  latest.current = { form, units, isLoading };
  const kept = useRef(latest.current);

  const save = useCallback(() => {
    const now = latest.current;
    if (isFinished.current || now.isLoading || isSame(now, kept.current)) {
      return;
    }
    kept.current = now;
    const files = now.units.flatMap(({ file }) => (file ? [file.name] : []));
    if (isEmpty(now.form) && !files.length) {
      clearTaskDraft(sourceRef.current);
      setLoss(undefined);
    } else {
      setLoss(saveTaskDraft(sourceRef.current, now.form, files));
    }
  }, []);

  useEffect(() => {
    if (!isLoading) {
      kept.current = latest.current;
    }
  }, [isLoading]);
  useEffect(() => {
    const isLong = form.sql.length > LONG.length;
    const timer = setTimeout(save, isLong ? LONG.pauseMs : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [form, units, isLoading, save]);
  useSaveOnLeaving(save);

  const finish = useCallback(() => {
    isFinished.current = true;
    clearTaskDraft(sourceRef.current);
  }, []);
  return { finish, loss };
}

/** A page that is hidden may be ended without another word, as on phones. */
function useSaveOnLeaving(save: () => void) {
  useEffect(() => {
    const saveIfHidden = () => document.hidden && save();
    window.addEventListener('pagehide', save);
    document.addEventListener('visibilitychange', saveIfHidden);
    return () => {
      window.removeEventListener('pagehide', save);
      document.removeEventListener('visibilitychange', saveIfHidden);
      save();
    };
  }, [save]);
}

interface Kept {
  form: TaskForm;
  units: ScriptUnit[];
}

function isSame(a: Kept, b: Kept): boolean {
  return a.units === b.units && isSameForm(a.form, b.form);
}

function isEmpty(form: TaskForm): boolean {
  const { connection, lineBreak, byteOrderMark, ...rest } = form;
  return isSameForm({ ...EMPTY_TASK_FORM, ...rest }, EMPTY_TASK_FORM);
}

function isSameForm(a: TaskForm, b: TaskForm): boolean {
  const names = Object.keys(EMPTY_TASK_FORM) as (keyof TaskForm)[];
  return names.every(name => a[name] === b[name]);
}
