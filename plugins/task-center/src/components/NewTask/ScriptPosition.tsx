import { SqlDialect } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import { CursorPosition } from '../SqlEditor';
import styles from './NewTaskPage.module.css';
import { useStatementAt } from './useStatementAt';

/**
 * Where the cursor is in the editor: in which statement, on which line.
 *
 * @internal
 */
export function ScriptPosition(props: {
  sql: string;
  cursor: CursorPosition;
  rules: { dialect: SqlDialect; delimiter: string };
  /** How many statements there are, once they are counted. */
  total: number | undefined;
}) {
  const { sql, cursor, rules, total } = props;
  const t = useTexts();
  const statement = useStatementAt(sql, cursor.offset, rules);
  const position = t('newTask.script.position', {
    line: cursor.line,
    column: cursor.column,
  });
  const count =
    total !== undefined && total > 0
      ? `${t('newTask.script.statement', {
          statement: Math.min(Math.max(1, statement), total),
          total: total,
        })} · `
      : '';
  return (
    <span className={styles.position}>
      {count}
      {position}
    </span>
  );
}
