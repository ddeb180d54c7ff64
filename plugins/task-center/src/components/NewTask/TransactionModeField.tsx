import { Radio, RadioGroup } from '@backstage/ui';
import {
  SqlDialect,
  TransactionMode,
} from 'backstage-plugin-task-center-common';
import { Texts, useTexts } from '../../translations';
import styles from './NewTaskPage.module.css';

/** @internal */
export interface TransactionModeFieldProps {
  value: TransactionMode;
  onChange(value: TransactionMode): void;
  /** Undefined until a connection has been chosen. */
  dialect: SqlDialect | undefined;
}

/**
 * Chooses what the statements are to each other.
 *
 * @internal
 */
export function TransactionModeField(props: TransactionModeFieldProps) {
  const t = useTexts();
  const { value, onChange, dialect } = props;
  return (
    <RadioGroup
      className={styles.transactionMode}
      label={t('taskSettings.commit')}
      description={describeMode(value, dialect, t)}
      value={value}
      onChange={mode => onChange(mode as TransactionMode)}
    >
      <Radio value="statement">{t('taskSettings.commit.statement')}</Radio>
      <Radio value="script">{t('taskSettings.commit.script')}</Radio>
    </RadioGroup>
  );
}

function describeMode(
  mode: TransactionMode,
  dialect: SqlDialect | undefined,
  t: Texts,
): string {
  if (mode === 'statement') {
    return t('taskSettings.commit.statement.hint');
  }
  return dialect
    ? t(`taskSettings.commit.script.hint.${dialect}`)
    : t('taskSettings.commit.script.hint');
}
