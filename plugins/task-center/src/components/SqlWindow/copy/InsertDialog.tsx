import { useState } from 'react';
import { Text, TextField } from '@backstage/ui';
import { SqlDialect } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../../translations';
import { ConfirmDialog, describeEngine } from '../../common';
import { quoteTableName } from './quoteTableName';

/** @internal */
export interface InsertDialogProps {
  /** What the statement seems to read. */
  guess: string | undefined;
  dialect: SqlDialect;
  /** Copies, and fails with a sentence. */
  onCopy(tableName: string): Promise<void>;
  onClose(): void;
}

/**
 * Asks for the table that the INSERT statements are to be for.
 *
 * @internal
 */
export function InsertDialog(props: InsertDialogProps) {
  const t = useTexts();
  const { guess, dialect, onCopy, onClose } = props;
  const [name, setName] = useState(guess ?? '');
  return (
    <ConfirmDialog
      title={t('resultExport.inserts.title')}
      confirmLabel={t('common.copy')}
      isDestructive={false}
      isConfirmDisabled={!name.trim()}
      onConfirm={() => onCopy(name.trim())}
      onClose={onClose}
    >
      <TextField
        label={t('resultExport.inserts.table')}
        description={t('resultExport.inserts.table.hint')}
        name="table"
        placeholder="schema.table"
        // The only field there is.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={name}
        onChange={setName}
      />
      <Text as="p" color="secondary" variant="body-small">
        {t('resultExport.inserts.about', {
          engine: describeEngine(dialect),
          sql: `INSERT INTO ${
            name.trim() ? quoteTableName(name, dialect) : '…'
          }`,
        })}
      </Text>
    </ConfirmDialog>
  );
}
