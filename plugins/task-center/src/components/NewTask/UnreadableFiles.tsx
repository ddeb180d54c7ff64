import { Alert } from '@backstage/ui';
import { useTexts } from '../../translations';

/**
 * Names the files that could not be taken in.
 *
 * @internal
 */
export function UnreadableFiles({ names }: { names: string[] }) {
  const t = useTexts();
  return names.length > 0 ? (
    <Alert
      role="alert"
      status="warning"
      icon
      mb="2"
      title={t('newTask.files.unreadable', { count: names.length })}
      description={names.join(t('common.listSeparator'))}
    />
  ) : null;
}
