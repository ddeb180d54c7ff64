import { useEffect, useRef, useState } from 'react';
import { Text, TextField } from '@backstage/ui';
import { Connection } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import { ConfirmDialog, formatCount } from '../common';
import { ShownGroup } from './findRiskGroups';
import { OtherWarnings } from './OtherWarnings';
import styles from './RiskList.module.css';
import { dangersIn, ScriptCount, targetsOf } from './ScriptCount';

/**
 * Asks for the name of the database before a script runs that takes away what nobody can bring back. Where the connection
 * names no database it is the connection's title.
 *
 * @internal
 */
export function RunConfirmDialog(props: {
  connection: Connection;
  count: ScriptCount;
  /** All that stands out in the script. */
  groups: ShownGroup[];
  onConfirm(): void;
  onClose(): void;
}) {
  const { connection, count, groups, onConfirm, onClose } = props;
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLDivElement>(null);
  const name = connection.database ?? connection.title;
  // The field's own way waits for focus that the editor, which cannot be reached now, has lost already.
  useEffect(() => {
    const frame = requestAnimationFrame(() =>
      field.current?.querySelector('input')?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <ConfirmDialog
      title={t('newTask.confirm.title', { connection: connection.title })}
      confirmLabel={t('newTask.run')}
      isConfirmDisabled={typed.trim() !== name}
      onConfirm={async () => onConfirm()}
      onClose={onClose}
    >
      <Text as="p">{t('newTask.confirm.intro')}</Text>
      <ul className={styles.dangers}>
        {dangersIn(count).map(({ kind, count: statements, first }) => (
          <li key={kind}>
            {t('newTask.confirm.danger', {
              what: t(`newTask.risk.${kind}`, {
                count: statements,
                number: formatCount(statements, t),
              }),
              targets: <code>{nameTargets(first, statements)}</code>,
            })}
          </li>
        ))}
      </ul>
      <OtherWarnings
        count={count}
        groups={groups}
        dialect={connection.dialect}
      />
      <div ref={field}>
        <TextField
          label={
            connection.database
              ? t('newTask.confirm.typeDatabase', { name })
              : t('newTask.confirm.typeTitle', { name })
          }
          name="database"
          autoComplete="off"
          spellCheck="false"
          value={typed}
          onChange={setTyped}
        />
      </div>
    </ConfirmDialog>
  );
}

function nameTargets(
  first: ScriptCount['risks'][number]['first'],
  count: number,
): string {
  const names = [...new Set(first.map(targetsOf))];
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 || count > first.length ? `${shown}, …` : shown;
}
