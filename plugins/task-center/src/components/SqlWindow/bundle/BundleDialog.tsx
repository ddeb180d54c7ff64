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
import {
  DownloadLink,
  describeError,
  formatBytes,
  formatCount,
  formatQuantity,
} from '../../common';
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
    const incomplete = describeCompleteness(set, task, undefined, connection);
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
      <DialogHeader>Bundle result sets of {task.name}</DialogHeader>
      <DialogBody>
        <Checkbox
          isSelected={areAllTicked}
          isIndeterminate={chosen.length > 0 && !areAllTicked}
          onChange={all =>
            setTicked(new Set(all ? resultSets.map(s => s.index) : []))
          }
        >
          All {formatCount(resultSets.length)} result sets
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
                {formatQuantity(set.rowCount, 'row')}
                {shortOf(set)} · {formatBytes(set.bytes)}
              </span>
            </li>
          ))}
        </ul>
        {error && (
          <Alert
            role="alert"
            status="danger"
            icon
            title={describeError(error)}
          />
        )}
        <p className={styles.total} aria-live="polite">
          {isTooLarge
            ? `These are ${formatBytes(
                bytes,
              )}: more than the browser bundles by itself, so the service makes the zip.`
            : describeProgress(chosen, bytes, isRunning ? rows : undefined)}
        </p>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
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
            Download as zip
          </DownloadLink>
        ) : (
          <Button
            isDisabled={!chosen.length}
            isPending={isRunning}
            onPress={() => run(chosen)}
          >
            Save as zip
          </Button>
        )}
      </DialogFooter>
    </Dialog>
  );
}

function describeProgress(
  chosen: ResultSet[],
  bytes: number,
  rowsRead: number | undefined,
): string {
  if (!chosen.length) {
    return 'Tick the result sets that are to be in the zip.';
  }
  const rows = chosen.reduce((sum, set) => sum + set.rowCount, 0);
  return rowsRead === undefined
    ? `${formatQuantity(rows, 'row')}, ${formatBytes(bytes)} as CSV.`
    : `${formatCount(rowsRead)} of ${formatQuantity(rows, 'row')} read…`;
}

function useBundle(
  { task, statementText }: BundleDialogProps,
  onDone: () => void,
) {
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
