import { Alert } from '@backstage/ui';
import { useTexts } from '../../translations';
import { DraftLoss } from './taskDraft';

/**
 * Says what of the form the browser has no room for. It comes while the person types, so it must stand below all that is
 * typed in.
 *
 * @internal
 */
export function DraftLossNotice({ loss }: { loss: DraftLoss }) {
  const t = useTexts();
  return (
    <Alert
      role="status"
      status="warning"
      icon
      title={t(`newTask.draft.loss.${loss}`)}
      description={t('newTask.draft.loss.hint')}
    />
  );
}
