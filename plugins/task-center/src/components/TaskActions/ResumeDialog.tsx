import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Skeleton, Text } from '@backstage/ui';
import { ResumeAdvice, Task } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { usePolling } from '../../hooks';
import { useTexts } from '../../translations';
import { ConfirmDialog, describeError } from '../common';
import { TaskReference } from '../TaskReference';
import { ResumeStart } from './ResumeStart';
import { TaskCopyDialogProps } from './RunAgainDialog';
import { SessionTraces } from './SessionTraces';
import styles from './TaskActions.module.css';

/**
 * Says what is known about where a task ended, and lets the person decide where a new one goes on.
 *
 * @internal
 */
export function ResumeDialog(props: TaskCopyDialogProps) {
  const t = useTexts();
  const { task, onCreated, onClose } = props;
  const api = useApi(taskCenterApiRef);
  const [chosen, setChosen] = useState<{ start: number | undefined }>();
  const { data, error } = usePolling<[ResumeAdvice, Task]>({
    key: task.id,
    load: signal =>
      Promise.all([
        api.getResumeAdvice(task.id, { signal }),
        api.getTask(task.id, { signal }),
      ]),
    intervalMs: () => undefined,
  });
  const [advice, current] = data ?? [];
  const start = chosen ? chosen.start : advice?.fromStatement;
  // What is unknown then is told where it is chosen.
  const mustChoose = advice?.unknown && advice.fromStatement === undefined;

  const resume = async () => {
    const created = await api.resumeTask(task.id, {
      fromStatement: start!,
      scriptSha256: advice!.scriptSha256,
    });
    onCreated(created);
  };

  return (
    <ConfirmDialog
      title={t('resume.title', { name: task.name })}
      confirmLabel={
        start
          ? t('resume.confirm.from', { statement: start })
          : t('resume.confirm')
      }
      isDestructive={false}
      isConfirmDisabled={!advice || !start}
      width={560}
      onConfirm={resume}
      onClose={onClose}
    >
      {advice && current ? (
        <div className={styles.body}>
          {!mustChoose && <Text as="p">{advice.reason}</Text>}
          {advice.fromStatement ?? advice.unknown ? (
            <>
              <ResumeStart
                task={current}
                advice={advice}
                start={start}
                onChange={next => setChosen({ start: next })}
                onLeave={onClose}
              />
              <SessionTraces advice={advice} start={start} />
              <Text as="p" color="secondary">
                {t('resume.about')}
              </Text>
            </>
          ) : (
            <Successors task={current} onLeave={onClose} />
          )}
        </div>
      ) : (
        <Loading error={error} />
      )}
    </ConfirmDialog>
  );
}

/** Where there is nothing to resume, it may be because another task did. */
function Successors({ task, onLeave }: { task: Task; onLeave: () => void }) {
  const t = useTexts();
  const { resumedBy = [] } = task;
  return (
    <>
      {resumedBy.map(id => (
        <Text as="div" key={id}>
          {t('resume.resumedAs', {
            task: <TaskReference taskId={id} onPress={onLeave} />,
          })}
        </Text>
      ))}
    </>
  );
}

function Loading({ error }: { error: Error | undefined }) {
  const t = useTexts();
  return error ? (
    <Alert role="alert" status="danger" icon title={describeError(error, t)} />
  ) : (
    <div className={styles.body} aria-busy>
      <Skeleton width="100%" height={40} />
      <Skeleton width="60%" height={56} />
    </div>
  );
}
