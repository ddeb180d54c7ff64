import { Button } from '@backstage/ui';
import { useTexts } from '../../translations';
import { formatBytes } from '../common';
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
 * Shows how far an upload is, and lets it be cancelled.
 *
 * @internal
 */
export function UploadProgress(props: { upload: Upload; onCancel(): void }) {
  const { upload, onCancel } = props;
  const t = useTexts();
  const percent = Math.floor((upload.sent / Math.max(1, upload.total)) * 100);
  const isSent = upload.sent >= upload.total;
  return (
    <div className={styles.upload}>
      <div className={styles.text} id="task-upload">
        {isSent
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
