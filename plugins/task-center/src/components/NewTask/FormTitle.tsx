import { Button, ButtonLink, Text } from '@backstage/ui';
import { useTexts } from '../../translations';
import styles from './NewTaskPage.module.css';

/**
 * The title of the form, and what ends it.
 *
 * @internal
 */
export function FormTitle(props: {
  listLink: string;
  isPending: boolean;
  onCancel(): void;
}) {
  const { listLink, isPending, onCancel } = props;
  const t = useTexts();
  return (
    <div className={styles.titleRow}>
      <Text as="h1" variant="title-small" weight="bold">
        {t('newTask.title')}
      </Text>
      <div className={styles.actions}>
        <ButtonLink
          href={listLink}
          variant="secondary"
          size="medium"
          onPress={onCancel}
        >
          {t('newTask.cancel')}
        </ButtonLink>
        <Button
          type="submit"
          size="medium"
          isPending={isPending}
          aria-keyshortcuts="Control+Enter Meta+Enter"
        >
          {t('newTask.run')}
        </Button>
      </div>
    </div>
  );
}
