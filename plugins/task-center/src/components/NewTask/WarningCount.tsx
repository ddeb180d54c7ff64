import { Button } from '@backstage/ui';
import { RiAlertFill, RiAlertLine } from '@remixicon/react';
import { useTexts } from '../../translations';
import { ShownGroup } from './findRiskGroups';
import { RISK_LIST_ID } from './RiskList';
import styles from './RiskList.module.css';

/**
 * Says how many warnings there are where they may be out of sight, and leads to them.
 *
 * @internal
 */
export function WarningCount(props: { id: string; groups: ShownGroup[] }) {
  const { id, groups } = props;
  const t = useTexts();
  const isDanger = groups.some(group => group.isDanger);
  const Icon = isDanger ? RiAlertFill : RiAlertLine;
  const show = () => document.getElementById(RISK_LIST_ID)?.focus();
  return groups.length ? (
    <Button
      id={id}
      variant="tertiary"
      size="medium"
      className={styles.warningCount}
      data-danger={isDanger || undefined}
      iconStart={<Icon aria-hidden />}
      onPress={show}
    >
      {t('newTask.risks.count', { count: groups.length })}
    </Button>
  ) : null;
}
