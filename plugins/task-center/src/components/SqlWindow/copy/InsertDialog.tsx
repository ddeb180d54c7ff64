import { useState } from 'react';
import { Text, TextField } from '@backstage/ui';
import { SqlDialect } from 'backstage-plugin-task-center-common';
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
  const { guess, dialect, onCopy, onClose } = props;
  const [name, setName] = useState(guess ?? '');
  return (
    <ConfirmDialog
      title="Copy as INSERT statements"
      confirmLabel="Copy"
      isDestructive={false}
      isConfirmDisabled={!name.trim()}
      onConfirm={() => onCopy(name.trim())}
      onClose={onClose}
    >
      <TextField
        label="Table"
        description="With its schema or database where need be"
        name="table"
        placeholder="schema.table"
        // The only field there is.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={name}
        onChange={setName}
      />
      <Text as="p" color="secondary" variant="body-small">
        {`Written for ${describeEngine(dialect)}: INSERT INTO ${
          name.trim() ? quoteTableName(name, dialect) : '…'
        }`}
      </Text>
    </ConfirmDialog>
  );
}
