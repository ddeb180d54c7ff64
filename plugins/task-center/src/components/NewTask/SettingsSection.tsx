import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import { Connection } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import styles from './NewTaskPage.module.css';
import { SettingsFields, SettingsFieldsProps } from './SettingsFields';
import { settingsInWords } from './settingsInWords';
import { TaskFormErrors } from './validateTaskForm';

/**
 * The settings, folded away under a line that says them.
 *
 * @internal
 */
export function SettingsSection(
  props: SettingsFieldsProps & {
    connection: Connection | undefined;
    /** What is wrong, whether or not it is said yet. */
    problems: TaskFormErrors;
    isOpen: boolean;
    onOpenChange(isOpen: boolean): void;
  },
) {
  const { problems, isOpen, onOpenChange, ...fields } = props;
  const t = useTexts();
  return (
    <Accordion
      className={styles.settingsBox}
      isExpanded={isOpen}
      onExpandedChange={onOpenChange}
    >
      <AccordionTrigger
        level={2}
        title={t('newTask.settings')}
        subtitle={settingsInWords(fields.form, fields.connection, problems, t)}
      />
      <AccordionPanel>
        <SettingsFields {...fields} />
      </AccordionPanel>
    </Accordion>
  );
}
