import { Text } from '@backstage/ui';
import { SqlDialect } from 'backstage-plugin-task-center-common';
import { Texts, useTexts } from '../../translations';
import { ShownGroup } from './findRiskGroups';
import styles from './RiskList.module.css';
import { riskTitle } from './riskTitle';
import { dangersIn, ScriptCount } from './ScriptCount';

const NAMED = 2;

/**
 * What stands out in a script besides the dangers that must be confirmed, in short.
 *
 * @internal
 */
export function OtherWarnings(props: {
  count: ScriptCount;
  groups: ShownGroup[];
  dialect: SqlDialect;
}) {
  const { count, groups, dialect } = props;
  const t = useTexts();
  const dangers = dangersIn(count).map(danger => danger.kind as string);
  const others = groups.filter(({ kind }) => !dangers.includes(kind));
  return others.length ? (
    <>
      <Text as="p">{t('newTask.confirm.others')}</Text>
      <ul className={styles.dangers}>
        {others.map(group => (
          <li key={group.kind}>{describe(group, dialect, t)}</li>
        ))}
      </ul>
    </>
  ) : null;
}

function describe(group: ShownGroup, dialect: SqlDialect, t: Texts) {
  const named = [...new Set(group.first.map(({ what }) => what))];
  const shown = named.slice(0, NAMED);
  const rest = named.length > NAMED ? group.count - NAMED : 0;
  const values = {
    what: riskTitle(group, dialect, t),
    statements: <code>{shown.join(t('common.listSeparator'))}</code>,
  };
  return rest > 0
    ? t('newTask.confirm.otherMore', { ...values, count: rest })
    : t('newTask.confirm.other', values);
}
