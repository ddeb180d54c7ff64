import { useState } from 'react';
import { Button } from '@backstage/ui';
import { Texts, useTexts } from '../../translations';
import { formatEstimate } from '../common';
import { ShownGroup, ShownRisk } from './findRiskGroups';
import styles from './RiskList.module.css';

const FIRST = 3;

/**
 * The first statements of a kind. Pressing one goes to it in the script.
 *
 * @internal
 */
export function RiskItems(props: {
  group: ShownGroup;
  /** The names of the parts of the script. */
  names: (string | undefined)[];
  onShow(risk: ShownRisk): void;
}) {
  const { group, names, onShow } = props;
  const t = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const shown = group.first.slice(0, isOpen ? undefined : FIRST);
  const hidden = group.first.length - shown.length;
  const unnamed = group.count - group.first.length;
  return (
    <>
      <ul className={styles.items}>
        {shown.map(risk => (
          <li key={`${risk.statement} ${risk.what}`}>
            <RiskButton
              risk={risk}
              place={placeOf(risk, names, t)}
              onPress={() => onShow(risk)}
            />
          </li>
        ))}
        {hidden === 0 && unnamed > 0 && (
          <li className={styles.rest}>
            {t('newTask.risks.andMore', { number: unnamed })}
          </li>
        )}
      </ul>
      {group.first.length > FIRST && (
        <Button
          variant="tertiary"
          size="small"
          aria-expanded={isOpen}
          onPress={() => setIsOpen(!isOpen)}
        >
          {isOpen
            ? t('newTask.risks.less')
            : t('newTask.risks.more', { number: hidden })}
        </Button>
      )}
    </>
  );
}

function RiskButton(props: {
  risk: ShownRisk;
  place: string;
  onPress(): void;
}) {
  const { risk, place, onPress } = props;
  const t = useTexts();
  const rows =
    risk.rows === undefined
      ? ''
      : t('newTask.risks.rows', {
          count: risk.rows,
          rows: formatEstimate(risk.rows, t),
        });
  const what = [risk.what, rows].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      className={styles.item}
      aria-label={t('newTask.risks.goTo', { place, what })}
      onClick={onPress}
    >
      <span className={styles.place}>{place}</span>{' '}
      <code className={styles.what}>{risk.what}</code>
      {rows && (
        <>
          {' '}
          <span className={styles.rows}>{rows}</span>
        </>
      )}
    </button>
  );
}

function placeOf(
  { part, line }: ShownRisk,
  names: (string | undefined)[],
  t: Texts,
): string {
  const name = names[part];
  return name && names.length > 1
    ? t('newTask.risks.lineIn', { line, name })
    : t('newTask.risks.line', { line });
}
