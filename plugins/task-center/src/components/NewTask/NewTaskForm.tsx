import { KeyboardEvent, useEffect, useRef, useState } from 'react';
import { TextAreaField, TextField } from '@backstage/ui';
import { useNavigate } from 'react-router-dom';
import { Connection } from 'backstage-plugin-task-center-common';
import { useTaskCenterLinks } from '../../hooks';
import { useTexts } from '../../translations';
import { ConnectionField } from './ConnectionField';
import { DraftLossNotice } from './DraftLossNotice';
import { DraftNotice } from './DraftNotice';
import { FormNotices } from './FormNotices';
import { FormTitle } from './FormTitle';
import styles from './NewTaskPage.module.css';
import { NewTaskSkeleton } from './NewTaskSkeleton';
import { RunConfirmDialog } from './RunConfirmDialog';
import { ScriptCount } from './ScriptCount';
import { ScriptField, WantedStatement } from './ScriptField';
import { toScriptFacts } from './scriptFacts';
import { SettingsSection } from './SettingsSection';
import { TaskOutlook } from './TaskOutlook';
import { taskNameOf } from './taskNameOf';
import { TransactionWarning } from './TransactionWarning';
import { UploadProgress } from './UploadProgress';
import { useRiskGroups } from './useRiskGroups';
import { useScriptCount } from './useScriptCount';
import { useScriptParts } from './useScriptParts';
import { useSubmission } from './useSubmission';
import { TaskFormState, useTaskForm } from './useTaskForm';
import { TaskFormErrors, validateTaskForm } from './validateTaskForm';

const SETTINGS = [
  'delimiter',
  'resultLimit',
  'executionTimeout',
  'statementTimeout',
] as const;

/** @internal */
export interface NewTaskFormProps {
  /** Those on which the person can create tasks. */
  connections: Connection[];
  /** The entity ref of the person. */
  user: string;
  /** The id of a connection to begin with. */
  connection?: string;
  /** The id of a task to copy. */
  copy?: string;
  listLink: string;
  /** Called when the draft has been thrown away, to begin anew. */
  onDiscarded(): void;
}

/**
 * The form for a new task.
 *
 * @internal
 */
export function NewTaskForm(props: NewTaskFormProps) {
  const { connections, listLink } = props;
  const t = useTexts();
  const navigate = useNavigate();
  const links = useTaskCenterLinks();
  const formRef = useRef<HTMLFormElement>(null);
  const state = useTaskForm(
    { user: props.user, copy: props.copy, connection: props.connection },
    // With only one database there is nothing to choose.
    connections.length === 1 ? connections[0].id : undefined,
  );
  const { form, change, draft } = state;
  const connection = connections.find(c => c.id === form.connection);
  const dialect = connection?.dialect ?? 'mysql';
  const parts = useScriptParts(state.script.units, form, t);
  const counted = useScriptCount(parts, {
    dialect,
    delimiter: form.delimiter,
  });
  const [wanted, setWanted] = useState<WantedStatement>();
  const script = toScriptFacts(parts, counted.count, t);
  const problems = validateTaskForm(form, connection, script, t);
  const { groups, groupsOf } = useRiskGroups({
    ...{ form, connection, counted, problems },
  });
  const [areSettingsOpen, setAreSettingsOpen] = useState(
    draft !== undefined && SETTINGS.some(name => problems[name]),
  );
  const submission = useSubmission({
    state,
    parts,
    counted,
    connection,
    onProblems: found => {
      setAreSettingsOpen(open => open || SETTINGS.some(key => found[key]));
      focusFirstProblem(formRef.current);
    },
    onCreated: task => {
      state.finish();
      navigate(links.task(task.id));
    },
  });
  const errors: TaskFormErrors = submission.isChecked
    ? problems
    : {
        ...(draft && pickSettings(problems)),
        // A field that is still empty is no mistake yet.
        name: form.name.trim() ? problems.name : undefined,
        description: problems.description,
        script: script.problem,
        delimiter: problems.delimiter,
      };

  useSuggestedName(state, counted.count);

  const submitByKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      // Buttons and the editor have their own idea of this key.
      event.preventDefault();
      event.stopPropagation();
      submission.submit();
    }
  };

  if (state.isLoading) {
    return <NewTaskSkeleton />;
  }
  return (
    <>
      <form
        ref={formRef}
        className={styles.layout}
        aria-label={t('newTask.title')}
        noValidate
        onKeyDownCapture={submitByKey}
        onSubmit={event => {
          event.preventDefault();
          submission.submit();
        }}
      >
        <FormTitle
          listLink={listLink}
          isPending={submission.isPending}
          groups={groups}
        />
        <div className={styles.fields}>
          {draft && (
            <DraftNotice
              draft={draft}
              onDiscard={() => {
                state.finish();
                props.onDiscarded();
              }}
            />
          )}
          <FormNotices error={submission.error} copyError={state.error} />
          <UploadProgress
            upload={submission.upload}
            onCancel={submission.cancelUpload}
          />
          <div className={styles.firstRow}>
            <ConnectionField
              connections={connections}
              value={form.connection}
              onChange={id => change({ connection: id })}
              error={errors.connection}
            />
            <TextField
              label={t('newTask.name')}
              name="name"
              size="medium"
              secondaryLabel={t('newTask.required')}
              value={form.name}
              onChange={name => change({ name, nameEdited: true })}
              validationBehavior="aria"
              validate={() => errors.name}
            />
          </div>
          <ScriptField
            form={form}
            onChange={sql => change({ sql })}
            script={state.script}
            connection={connection?.id}
            dialect={dialect}
            counted={counted}
            wanted={wanted}
            error={errors.script}
          />
          {form.transactionMode === 'script' && (
            <TransactionWarning ends={counted.count?.transactionEnds} />
          )}
        </div>
        <TaskOutlook
          form={form}
          connection={connection}
          parts={parts}
          counted={counted}
          groups={groups}
          problems={problems}
          onShow={({ part, line, text }) => setWanted({ part, line, text })}
        />
        <div className={styles.fields}>
          <SettingsSection
            form={form}
            change={change}
            errors={errors}
            problems={problems}
            connection={connection}
            isOpen={areSettingsOpen}
            onOpenChange={setAreSettingsOpen}
          />
          <TextAreaField
            label={t('newTask.description')}
            name="description"
            description={t('newTask.description.hint')}
            rows={2}
            value={form.description}
            onChange={description => change({ description })}
            validationBehavior="aria"
            validate={() => errors.description}
          />
          {state.loss && <DraftLossNotice loss={state.loss} />}
        </div>
      </form>
      {submission.toConfirm && (
        <RunConfirmDialog
          connection={submission.toConfirm.connection}
          count={submission.toConfirm.count}
          groups={groupsOf(submission.toConfirm)}
          onConfirm={submission.confirm}
          onClose={submission.giveUp}
        />
      )}
    </>
  );
}

function useSuggestedName(
  { form, change, script }: TaskFormState,
  count: ScriptCount | undefined,
) {
  const t = useTexts();
  const suggestion = taskNameOf(script.units, count, t);
  const isWanted = !form.nameEdited && suggestion !== undefined;
  useEffect(() => {
    if (isWanted) {
      change({ name: suggestion });
    }
  }, [isWanted, suggestion, change]);
}

function pickSettings(problems: TaskFormErrors): TaskFormErrors {
  return Object.fromEntries(SETTINGS.map(name => [name, problems[name]]));
}

function focusFirstProblem(form: HTMLFormElement | null) {
  requestAnimationFrame(() => {
    const invalid = form?.querySelector<HTMLElement>(
      '[aria-invalid="true"], [data-invalid] button, [data-invalid] input',
    );
    invalid?.focus();
  });
}
