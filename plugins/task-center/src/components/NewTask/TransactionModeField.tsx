import { Radio, RadioGroup } from '@backstage/ui';
import {
  SqlDialect,
  TransactionMode,
} from 'backstage-plugin-task-center-common';
import styles from './NewTaskPage.module.css';

const REFUSED: Record<SqlDialect, string> = {
  mysql: 'CREATE TABLE, ALTER TABLE or COMMIT',
  postgres: 'COMMIT, VACUUM or CREATE INDEX CONCURRENTLY',
  sqlite: 'COMMIT or VACUUM',
};

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
  const { value, onChange, dialect } = props;
  return (
    <RadioGroup
      className={styles.transactionMode}
      label="Commit"
      description={describeMode(value, dialect)}
      value={value}
      onChange={mode => onChange(mode as TransactionMode)}
    >
      <Radio value="statement">Each statement by itself</Radio>
      <Radio value="script">All or nothing: one transaction</Radio>
    </RadioGroup>
  );
}

function describeMode(
  mode: TransactionMode,
  dialect: SqlDialect | undefined,
): string {
  if (mode === 'statement') {
    return 'What has run stays done, unless the script opens a transaction of its own.';
  }
  const examples = dialect ? ` (such as ${REFUSED[dialect]})` : '';
  return `After a failure, an abort or a timeout everything is rolled back. A script with statements that end a transaction${examples} is refused before anything runs.`;
}
