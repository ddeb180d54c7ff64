import { useEffect, useMemo, useRef, useState } from 'react';
import {
  Alert,
  Button,
  Checkbox,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Connection,
  ResultSet,
  Task,
} from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../../api';
import { Texts, useTexts } from '../../../translations';
import { DownloadLink, describeError, formatBytes } from '../../common';
import { describeCompleteness } from '../completeness/describeCompleteness';
import { numberResultSets } from '../numberResultSets';
import { shortStatement } from '../shortStatement';
import styles from './BundleDialog.module.css';
import { bundleResultSets, MAX_BUNDLE_BYTES } from './bundleResultSets';
import { saveBlob } from './saveBlob';

/** @internal */
export interface BundleDialogProps {
  task: Task;
  connection: Connection | undefined;
  resultSets: ResultSet[];
  /** The number of the result set that is ticked at first. */
  selected: number;
  statementText(statement: number): string | undefined;
  onClose(): void;
}

/**
 * Lets the person tick result sets and saves them as one zip, which the browser makes.
 *
 * @internal
 */
export function BundleDialog(props: BundleDialogProps) {
  const t = useTexts();
  const { task, connection, resultSets, statementText, onClose } = props;
  const api = useApi(taskCenterApiRef);
  const [ticked, setTicked] = useState(() => new Set([props.selected]));
  const numbers = useMemo(() => numberResultSets(resultSets), [resultSets]);
  const chosen = resultSets.filter(({ index }) => ticked.has(index));
  const bytes = chosen.reduce((sum, set) => sum + set.bytes, 0);
  const isTooLarge = bytes > MAX_BUNDLE_BYTES;
  const { run, rows, error, isRunning } = useBundle(props, onClose);
  const areAllTicked = chosen.length === resultSets.length;

  const shortOf = (set: ResultSet) => {
    const incomplete = describeCompleteness(
      { resultSet: set, task, statement: undefined, connection },
      t,
    );
    return incomplete ? ` ⚠ ${incomplete.short}` : '';
  };

  const tick = (index: number, isTicked: boolean) => {
    const next = new Set(ticked);
    if (isTicked) {
      next.add(index);
    } else {
      next.delete(index);
    }
    setTicked(next);
  };

  return (
    <Dialog isOpen onOpenChange={open => open || onClose()} width={560}>
      <DialogHeader>
        {t('resultExport.bundle.title', { name: task.name })}
      </DialogHeader>
      <DialogBody>
        <Checkbox
          isSelected={areAllTicked}
          isIndeterminate={chosen.length > 0 && !areAllTicked}
          onChange={all =>
            setTicked(new Set(all ? resultSets.map(s => s.index) : []))
          }
        >
          {t('resultExport.bundle.all', { number: resultSets.length })}
        </Checkbox>
        <ul className={styles.sets}>
          {resultSets.map(set => (
            <li key={set.index}>
              <Checkbox
                isSelected={ticked.has(set.index)}
                onChange={isTicked => tick(set.index, isTicked)}
              >
                <span className={styles.statement}>
                  {numbers.get(set.index)}{' '}
                  {shortStatement(statementText(set.statement))}
                </span>
              </Checkbox>
              <span className={styles.size}>
                {t('common.rows', { count: set.rowCount })}
                {shortOf(set)} · {formatBytes(set.bytes, t)}
              </span>
            </li>
          ))}
        </ul>
        {error && (
          <Alert
            role="alert"
            status="danger"
            icon
            title={describeError(error, t)}
          />
        )}
        <p className={styles.total} aria-live="polite">
          {isTooLarge
            ? t('resultExport.bundle.tooLarge', { size: formatBytes(bytes, t) })
            : describeProgress(chosen, isRunning ? rows : undefined, t)}
        </p>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('common.cancel')}
        </Button>
        {isTooLarge ? (
          <DownloadLink
            id={`bundle ${task.id} ${chosen.map(({ index }) => index)}`}
            getUrl={() =>
              api.resultsDownloadUrl(task.id, {
                sets: areAllTicked
                  ? undefined
                  : chosen.map(({ index }) => index),
              })
            }
            variant="primary"
          >
            {t('resultExport.bundle.download')}
          </DownloadLink>
        ) : (
          <Button
            isDisabled={!chosen.length}
            isPending={isRunning}
            onPress={() => run(chosen)}
          >
            {t('resultExport.bundle.save')}
          </Button>
        )}
      </DialogFooter>
    </Dialog>
  );
}

function describeProgress(
  chosen: ResultSet[],
  rowsRead: number | undefined,
  t: Texts,
): string {
  if (!chosen.length) {
    return t('resultExport.bundle.none');
  }
  const count = chosen.reduce((sum, set) => sum + set.rowCount, 0);
  const rows = t('common.rows', { count });
  if (rowsRead !== undefined) {
    return t('resultExport.bundle.progress', { read: rowsRead, rows });
  }
  const bytes = chosen.reduce((sum, set) => sum + set.bytes, 0);
  return t('resultExport.bundle.size', { rows, size: formatBytes(bytes, t) });
}

function useBundle(
  { task, statementText }: BundleDialogProps,
  onDone: () => void,
) {
  const t = useTexts();
  const api = useApi(taskCenterApiRef);
  const abort = useRef(new AbortController());
  const [rows, setRows] = useState(0);
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<Error>();

  useEffect(() => {
    abort.current = new AbortController();
    return () => abort.current.abort();
  }, []);

  const run = async (resultSets: ResultSet[]) => {
    const { signal } = abort.current;
    setIsRunning(true);
    setRows(0);
    setError(undefined);
    try {
      const zip = await bundleResultSets({
        api,
        taskId: task.id,
        resultSets,
        statementText,
        signal,
        onProgress: setRows,
        t,
      });
      saveBlob(zip, `${task.name.replace(/[^\p{L}\p{N}_.-]+/gu, '-')}.zip`);
      onDone();
    } catch (e) {
      if (!signal.aborted) {
        setError(e as Error);
        setIsRunning(false);
      }
    }
  };

  return { run, rows, isRunning, error };
}
