import { Text } from '@backstage/ui';
import { RiAlertFill, RiAlertLine } from '@remixicon/react';
import { SqlDialect } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import { ShownGroup, ShownRisk } from './findRiskGroups';
import { RiskItems } from './RiskItems';
import styles from './RiskList.module.css';
import { riskTitle } from './riskTitle';

/**
 * Of the element that can be gone to.
 *
 * @internal
 */
export const RISK_LIST_ID = 'task-warnings';

/** @internal */
export interface RiskListProps {
  groups: ShownGroup[];
  /** Whether nothing was found in the whole script. */
  isHarmless: boolean;
  /** The names of the parts of the script. */
  names: (string | undefined)[];
  dialect: SqlDialect;
  onShow(risk: ShownRisk): void;
}

/**
 * What should be known of the script before it runs, each with its line, which can be gone to.
 *
 * @internal
 */
export function RiskList(props: RiskListProps) {
  const { groups, isHarmless, names, dialect, onShow } = props;
  const t = useTexts();
  return (
    <section
      id={RISK_LIST_ID}
      className={styles.risks}
      tabIndex={-1}
      aria-label={t('newTask.risks')}
    >
      <div className={styles.summary}>
        {isHarmless && (
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
              {riskTitle(group, dialect, t)}
            </h3>
            <RiskItems group={group} names={names} onShow={onShow} />
          </div>
        ))}
      </div>
    </section>
  );
}
