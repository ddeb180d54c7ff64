import { Button, VisuallyHidden } from '@backstage/ui';
import { Texts, useTexts } from '../../translations';
import { formatBytes, roughPercent } from '../common';
import styles from './UploadProgress.module.css';

/**
 * How far the script is on its way to the service, in bytes.
 *
 * @internal
 */
export interface Upload {
  sent: number;
  total: number;
}

/**
 * Shows how far an upload is, and lets it be cancelled. Nothing while there is none.
 *
 * @internal
 */
export function UploadProgress(props: {
  upload: Upload | undefined;
  onCancel(): void;
}) {
  const { upload, onCancel } = props;
  const t = useTexts();
  return (
    <>
      {upload && <UploadBar upload={upload} onCancel={onCancel} />}
      <VisuallyHidden role="status">
        {upload && describeRoughly(upload, t)}
      </VisuallyHidden>
    </>
  );
}

function UploadBar(props: { upload: Upload; onCancel(): void }) {
  const { upload, onCancel } = props;
  const t = useTexts();
  const percent = percentOf(upload);
  return (
    <div className={styles.upload}>
      <div className={styles.text} id="task-upload">
        {isSent(upload)
          ? t('newTask.upload.storing')
          : t('newTask.upload.sending', {
              sent: formatBytes(upload.sent, t),
              total: formatBytes(upload.total, t),
              percent: String(percent),
            })}
      </div>
      <progress
        className={styles.bar}
        aria-label={t('newTask.upload.label')}
        aria-describedby="task-upload"
        max={100}
        value={percent}
      />
      <Button variant="secondary" size="small" onPress={onCancel}>
        {t('newTask.upload.cancel')}
      </Button>
    </div>
  );
}

/** Changes a few times at most, for those to whom it is read out. */
function describeRoughly(upload: Upload, t: Texts): string {
  return isSent(upload)
    ? t('newTask.upload.storing')
    : t('newTask.upload.said', {
        percent: String(roughPercent(upload.sent, upload.total)),
      });
}

function percentOf({ sent, total }: Upload): number {
  return Math.floor((sent / Math.max(1, total)) * 100);
}

function isSent({ sent, total }: Upload): boolean {
  return sent >= total;
}
