import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Radio,
  RadioGroup,
} from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  ResultFormat,
  ResultSet,
  Task,
} from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../../api';
import { useStored } from '../../../hooks';
import { DownloadLink, formatBytes, formatQuantity } from '../../common';
import { DownloadFormatFields } from './DownloadFormatFields';
import styles from './DownloadDialog.module.css';
import { plainFormat } from './plainFormat';

// An interface could get other properties, which the portal's storage does not allow.
type StoredFormat = Pick<ResultFormat, keyof ResultFormat>;

/** @internal */
export interface DownloadDialogProps {
  task: Task;
  resultSets: ResultSet[];
  selected: ResultSet;
  /** The number that stands before the selected result set. */
  selectedNumber: string;
  onClose(): void;
}

/**
 * Downloads all result sets or the one that is shown, written as the person wants it. The choice is remembered.
 *
 * @internal
 */
export function DownloadDialog(props: DownloadDialogProps) {
  const { task, resultSets, selected, selectedNumber, onClose } = props;
  const api = useApi(taskCenterApiRef);
  const [what, setWhat] = useState('selected');
  const [stored, setStored] = useStored<StoredFormat>('downloadFormat', {});
  const format = plainFormat(stored);
  const allBytes = resultSets.reduce((sum, { bytes }) => sum + bytes, 0);
  const getUrl = () =>
    what === 'all'
      ? api.resultsDownloadUrl(task.id, { format })
      : api.resultSetDownloadUrl(task.id, selected.index, format);

  return (
    <Dialog isOpen onOpenChange={open => open || onClose()} width={520}>
      <DialogHeader>Download results</DialogHeader>
      <DialogBody>
        <div className={styles.body}>
          <RadioGroup label="What" value={what} onChange={setWhat}>
            <Radio value="selected">
              {`Result set ${selectedNumber} as CSV (${formatQuantity(
                selected.rowCount,
                'row',
              )}, ${formatBytes(selected.bytes)})`}
            </Radio>
            <Radio value="all">
              {`All ${formatQuantity(
                resultSets.length,
                'result set',
              )} as zip (${formatBytes(allBytes)} before compression)`}
            </Radio>
          </RadioGroup>
          <DownloadFormatFields format={stored} onChange={setStored} />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Close
        </Button>
        <DownloadLink
          id={JSON.stringify([task.id, what, selected.index, format])}
          getUrl={getUrl}
          variant="primary"
        >
          Download
        </DownloadLink>
      </DialogFooter>
    </Dialog>
  );
}
