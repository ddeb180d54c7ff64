import { ToggleButton } from '@backstage/ui';
import {
  LOG_LEVEL_FILTERS,
  LogLevelFilter,
} from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import { SegmentedButtons } from '../common';
import { LevelCounts } from './useLevelCounts';

/**
 * Chooses which lines of the log are shown.
 *
 * @internal
 */
export function LevelButtons(props: {
  level: LogLevelFilter;
  onLevel(level: LogLevelFilter): void;
  /** Undefined until they are known. */
  counts: LevelCounts | undefined;
}) {
  const { level, onLevel, counts } = props;
  const t = useTexts();
  const numbers: Partial<Record<LogLevelFilter, number>> = counts
    ? { ...counts, alert: counts.warn + counts.error }
    : {};
  const labelOf = (each: LogLevelFilter) => {
    const number = numbers[each];
    const label = t(`taskLogs.level.${each}`);
    return number
      ? t('taskLogs.level.counted', {
          level: label,
          number: number,
        })
      : label;
  };
  return (
    <SegmentedButtons
      aria-label={t('taskLogs.level.label')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[level]}
      onSelectionChange={keys => onLevel([...keys][0] as LogLevelFilter)}
    >
      {LOG_LEVEL_FILTERS.map(each => (
        <ToggleButton key={each} id={each}>
          {labelOf(each)}
        </ToggleButton>
      ))}
    </SegmentedButtons>
  );
}
