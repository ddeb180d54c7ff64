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
import { useTexts } from '../../../translations';
import { DownloadLink, formatBytes } from '../../common';
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
  const t = useTexts();
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
      <DialogHeader>{t('resultExport.download.title')}</DialogHeader>
      <DialogBody>
        <div className={styles.body}>
          <RadioGroup
            label={t('resultExport.download.what')}
            value={what}
            onChange={setWhat}
          >
            <Radio value="selected">
              {t('resultExport.download.one', {
                number: selectedNumber,
                rows: t('common.rows', { count: selected.rowCount }),
                size: formatBytes(selected.bytes, t),
              })}
            </Radio>
            <Radio value="all">
              {t('resultExport.download.all', {
                resultSets: t('common.resultSets', {
                  count: resultSets.length,
                }),
                size: formatBytes(allBytes, t),
              })}
            </Radio>
          </RadioGroup>
          <DownloadFormatFields format={stored} onChange={setStored} />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('common.close')}
        </Button>
        <DownloadLink
          id={JSON.stringify([task.id, what, selected.index, format])}
          getUrl={getUrl}
          variant="primary"
        >
          {t('common.download')}
        </DownloadLink>
      </DialogFooter>
    </Dialog>
  );
}
