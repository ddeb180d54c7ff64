import { Button, ButtonLink, Text } from '@backstage/ui';
import { useTexts } from '../../translations';
import { ShownGroup } from './findRiskGroups';
import styles from './NewTaskPage.module.css';
import { WarningCount } from './WarningCount';

const WARNINGS = 'task-warning-count';

/**
 * The title of the form, and what ends it. Who cancels finds the draft again, as who leaves in any other way.
 *
 * @internal
 */
export function FormTitle(props: {
  listLink: string;
  isPending: boolean;
  /** What stands out in the script. */
  groups: ShownGroup[];
}) {
  const { listLink, isPending, groups } = props;
  const t = useTexts();
  return (
    <div className={styles.titleRow}>
      <Text as="h1" variant="title-small" weight="bold">
        {t('newTask.title')}
      </Text>
      <div className={styles.actions}>
        <WarningCount id={WARNINGS} groups={groups} />
        <ButtonLink href={listLink} variant="secondary" size="medium">
          {t('newTask.cancel')}
        </ButtonLink>
        <Button
          type="submit"
          size="medium"
          isPending={isPending}
          aria-describedby={groups.length ? WARNINGS : undefined}
          aria-keyshortcuts="Control+Enter Meta+Enter"
        >
          {t('newTask.run')}
        </Button>
      </div>
    </div>
  );
}
