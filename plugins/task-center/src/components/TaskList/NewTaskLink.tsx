import { ButtonLink } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { useTexts } from '../../translations';

/**
 * Leads to the form for a new task.
 *
 * @internal
 */
export function NewTaskLink({ href }: { href: string }) {
  const t = useTexts();
  return (
    <ButtonLink href={href} variant="primary" iconStart={<RiAddLine />}>
      {t('taskList.empty.newTask')}
    </ButtonLink>
  );
}
