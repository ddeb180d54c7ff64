import { KeyboardEvent, useEffect, useRef, useState } from 'react';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Alert,
  Button,
  ButtonLink,
  Text,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import { useNavigate } from 'react-router-dom';
import { Connection } from 'backstage-plugin-task-center-common';
import { useTaskCenterLinks } from '../../hooks';
import { describeError } from '../common';
import { ConnectionField } from './ConnectionField';
import { DraftNotice } from './DraftNotice';
import { NewTaskSkeleton } from './NewTaskSkeleton';
import { ScriptField } from './ScriptField';
import { SettingsFields } from './SettingsFields';
import { TaskOutlook } from './TaskOutlook';
import { TransactionWarning } from './TransactionWarning';
import { ScriptCount } from './countScript';
import styles from './NewTaskPage.module.css';
import { settingsInWords } from './settingsInWords';
import { suggestTaskName } from './suggestTaskName';
import {
  settleScriptCount,
  toScriptFacts,
  useCreateTask,
} from './useCreateTask';
import { useScriptCount } from './useScriptCount';
import { useTaskForm } from './useTaskForm';
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
  const state = useTaskForm(
    { copy: props.copy, connection: props.connection },
    // With only one database there is nothing to choose.
    connections.length === 1 ? connections[0].id : undefined,
  );
  const { form, change, attached } = state;
  const file = attached?.file;
  const connection = connections.find(c => c.id === form.connection);
  const dialect = connection?.dialect ?? 'mysql';
  const counted = useScriptCount(file ?? form.sql, {
    dialect,
    delimiter: form.delimiter,
    findTransactionEnds: form.transactionMode === 'script',
  });
  const formRef = useRef<HTMLFormElement>(null);
  const [isChecked, setIsChecked] = useState(false);
  const submission = useCreateTask();
  const navigate = useNavigate();
  const links = useTaskCenterLinks();

  const script = toScriptFacts(form, file, counted.count);
  const problems = validateTaskForm(form, connection, script);
  const isDraft = state.draftSavedAt !== undefined;
  const [areSettingsOpen, setAreSettingsOpen] = useState(
    isDraft && SETTINGS.some(name => problems[name]),
  );
  const errors: TaskFormErrors = isChecked
    ? problems
    : {
        ...(isDraft && pickSettings(problems)),
        script: script.problem,
        delimiter: problems.delimiter,
      };

  useSuggestedName(state, counted.count);

  const send = async () => {
    const count = await settleScriptCount(form, file, counted, connection);
    const name = form.nameEdited ? form.name : nameOf(file, count) ?? form.name;
    const named = { ...form, name };
    change({ name });
    const facts = toScriptFacts(named, file, count);
    const found = validateTaskForm(named, connection, facts);
    if (Object.keys(found).length) {
      setAreSettingsOpen(open => open || SETTINGS.some(key => found[key]));
      focusFirstProblem(formRef.current);
      return false;
    }
    const task = await submission.create(named, file);
    if (task) {
      state.finish();
      navigate(links.task(task.id));
    }
    return Boolean(task);
  };
  const isSending = useRef(false);
  const submit = async () => {
    if (isSending.current) {
      return;
    }
    isSending.current = true;
    setIsChecked(true);
    let isSent = false;
    try {
      isSent = await send();
    } finally {
      isSending.current = isSent;
    }
  };

  const submitByKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      // Buttons and the editor have their own idea of this key.
      event.preventDefault();
      event.stopPropagation();
      submit();
    }
  };

  if (state.isLoading) {
    return <NewTaskSkeleton />;
  }
  return (
    <form
      ref={formRef}
      className={styles.layout}
      aria-label="New task"
      noValidate
      onKeyDownCapture={submitByKey}
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={styles.titleRow}>
        <Text as="h1" variant="title-small" weight="bold">
          New task
        </Text>
        <div className={styles.actions}>
          <ButtonLink
            href={listLink}
            variant="secondary"
            size="medium"
            onPress={state.finish}
          >
            Cancel
          </ButtonLink>
          <Button
            type="submit"
            size="medium"
            isPending={submission.isCreating}
            aria-keyshortcuts="Control+Enter Meta+Enter"
          >
            Run task
          </Button>
        </div>
      </div>
      <div className={styles.fields}>
        {state.draftSavedAt && (
          <DraftNotice
            savedAt={state.draftSavedAt}
            onDiscard={() => {
              state.finish();
              props.onDiscarded();
            }}
          />
        )}
        <Notices error={submission.error} copyError={state.error} />
        <div className={styles.firstRow}>
          <ConnectionField
            connections={connections}
            value={form.connection}
            onChange={id => change({ connection: id })}
            error={errors.connection}
          />
          <TextField
            label="Task Name"
            name="name"
            size="medium"
            secondaryLabel="Required"
            value={form.name}
            onChange={name => change({ name, nameEdited: true })}
            validationBehavior="aria"
            validate={() => errors.name}
          />
        </div>
        <ScriptField
          sql={form.sql}
          onChange={sql => change({ sql })}
          attached={attached}
          onFile={state.takeScript}
          onRemoveFile={state.removeAttached}
          dialect={dialect}
          counted={counted}
          error={errors.script}
        />
        {form.transactionMode === 'script' && (
          <TransactionWarning ends={counted.count?.transactionEnds} />
        )}
        <Accordion
          className={styles.settingsBox}
          isExpanded={areSettingsOpen}
          onExpandedChange={setAreSettingsOpen}
        >
          <AccordionTrigger
            level={2}
            title="Settings"
            subtitle={settingsInWords(form, connection, problems)}
          />
          <AccordionPanel>
            <SettingsFields
              form={form}
              change={change}
              errors={errors}
              connection={connection}
            />
          </AccordionPanel>
        </Accordion>
        <TextAreaField
          label="Description"
          name="description"
          description="For those who find this task later, such as the number of a ticket"
          rows={2}
          value={form.description}
          onChange={description => change({ description })}
          validationBehavior="aria"
          validate={() => errors.description}
        />
      </div>
      <TaskOutlook
        form={form}
        connection={connection}
        counted={counted}
        problems={problems}
      />
    </form>
  );
}

function Notices(props: { error?: Error; copyError?: Error }) {
  const { error, copyError } = props;
  return (
    <>
      {error && (
        <Alert
          role="alert"
          status="danger"
          icon
          title="The task was not created"
          description={describeError(error)}
        />
      )}
      {copyError && (
        <Alert
          role="alert"
          status="warning"
          icon
          title="The task to be copied could not be read"
          description={describeError(copyError)}
        />
      )}
    </>
  );
}

function useSuggestedName(
  { form, change, attached }: ReturnType<typeof useTaskForm>,
  count: ReturnType<typeof useScriptCount>['count'],
) {
  const suggestion = nameOf(attached?.file, count);
  const isWanted = !form.nameEdited && suggestion !== undefined;
  useEffect(() => {
    if (isWanted) {
      change({ name: suggestion });
    }
  }, [isWanted, suggestion, change]);
}

function nameOf(
  file: File | undefined,
  count: ScriptCount | undefined,
): string | undefined {
  if (file) {
    return file.name.replace(/\.[^.]*$/, '');
  }
  return count?.isFinished
    ? suggestTaskName(count.firstStatement, count.statements)
    : undefined;
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
