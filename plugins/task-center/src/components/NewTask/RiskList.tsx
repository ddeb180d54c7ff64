import { Text } from '@backstage/ui';
import { RiAlertFill, RiAlertLine } from '@remixicon/react';
import { SqlDialect } from 'backstage-plugin-task-center-common';
import { Texts, useTexts } from '../../translations';
import { formatCount } from '../common';
import { findRiskGroups, ShownGroup, ShownRisk } from './findRiskGroups';
import { RiskItems } from './RiskItems';
import styles from './RiskList.module.css';
import { ScriptCount } from './ScriptCount';
import { ScriptPart } from './ScriptPart';
import { RowEstimates } from './useRowEstimates';

/** @internal */
export interface RiskListProps {
  count: ScriptCount | undefined;
  parts: ScriptPart[];
  dialect: SqlDialect;
  /** Whether all is one transaction, so that the script's own do not matter. */
  isOneTransaction: boolean;
  estimates: RowEstimates;
  onShow(risk: ShownRisk): void;
}

/**
 * What should be known of the script before it runs, each with its line, which can be gone to.
 *
 * @internal
 */
export function RiskList(props: RiskListProps) {
  const { count, parts, dialect, isOneTransaction, estimates, onShow } = props;
  const t = useTexts();
  const groups = findRiskGroups(count, { isOneTransaction, estimates });
  return (
    <section className={styles.risks} aria-label={t('newTask.risks')}>
      <div role="status" className={styles.summary}>
        {count?.isFinished && count.statements > 0 && !groups.length && (
          <Text as="p" variant="body-small" color="secondary">
            {t('newTask.risks.none')} {t('newTask.risks.none.hint')}
          </Text>
        )}
        {groups.map(group => (
          <div key={group.kind} className={styles.group}>
            <h3
              className={styles.title}
              data-danger={group.isDanger || undefined}
            >
              {group.isDanger ? (
                <RiAlertFill size={16} aria-hidden />
              ) : (
                <RiAlertLine size={16} aria-hidden />
              )}
              {titleOf(group, dialect, t)}
            </h3>
            <RiskItems
              group={group}
              names={parts.map(({ name }) => name)}
              onShow={onShow}
            />
          </div>
        ))}
      </div>
    </section>
  );
}

function titleOf(
  { kind, count }: ShownGroup,
  dialect: SqlDialect,
  t: Texts,
): string {
  const values = { count, number: formatCount(count, t) };
  return kind === 'lock' && dialect === 'sqlite'
    ? t('newTask.risk.lock.sqlite', values)
    : t(`newTask.risk.${kind}`, values);
}
