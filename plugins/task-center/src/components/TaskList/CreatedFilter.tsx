import { useState } from 'react';
import { DateRangePicker, Select, Text } from '@backstage/ui';
import { CalendarDate, getLocalTimeZone } from '@internationalized/date';
import { DateTime } from 'luxon';
import { CREATED_RANGES, CreatedRange, TaskListQuery } from '../../hooks';
import { useTexts } from '../../translations';
import { formatExactTime } from '../common';
import styles from './TaskList.module.css';

const ANY = 'any';
const DAYS = 'days';

/**
 * Narrows a list of tasks down to a time: of some length until now, or from one day to another.
 *
 * @internal
 */
export function CreatedFilter(props: {
  query: TaskListQuery;
  onChange: (change: Partial<TaskListQuery>) => void;
}) {
  const { query, onChange } = props;
  const t = useTexts();
  const { created, createdAfter, createdBefore } = query;
  const [wantsDays, setWantsDays] = useState(false);
  const hasDays = Boolean(createdAfter || createdBefore);
  const choice = created ?? (hasDays || wantsDays ? DAYS : ANY);

  const choose = (key: string) => {
    setWantsDays(key === DAYS);
    if (key !== DAYS) {
      onChange({
        created: key === ANY ? undefined : (key as CreatedRange),
        createdAfter: undefined,
        createdBefore: undefined,
      });
    }
  };

  return (
    <>
      <Select
        aria-label={t('taskList.created')}
        className={styles.select}
        options={[
          { id: ANY, label: t('taskList.created.any') },
          ...CREATED_RANGES.map(id => ({
            id,
            label: t(`taskList.created.${id}`),
          })),
          { id: DAYS, label: t('taskList.created.days') },
        ]}
        value={choice}
        onChange={key => choose(String(key))}
      />
      {choice === DAYS && (
        <DateRangePicker
          aria-label={t('taskList.created.days')}
          className={styles.days}
          value={toDays(createdAfter, createdBefore)}
          onChange={days =>
            onChange({
              created: undefined,
              createdAfter: days ? startOf(days.start) : undefined,
              createdBefore: days
                ? startOf(days.end.add({ days: 1 }))
                : undefined,
            })
          }
        />
      )}
      {createdBefore && !createdAfter && (
        <Text variant="body-small" color="secondary">
          {t('taskList.created.before', {
            time: formatExactTime(createdBefore, t),
          })}
        </Text>
      )}
    </>
  );
}

function startOf(day: { toDate(timeZone: string): Date }): string {
  return DateTime.fromJSDate(day.toDate(getLocalTimeZone()))
    .startOf('day')
    .toUTC()
    .toISO()!;
}

/** The days that a time touches: without an end, those up to now. */
function toDays(after: string | undefined, before: string | undefined) {
  if (!after) {
    return null;
  }
  const last = before
    ? DateTime.fromISO(before).minus({ milliseconds: 1 })
    : DateTime.local();
  return { start: toDay(DateTime.fromISO(after)), end: toDay(last) };
}

function toDay({ year, month, day }: DateTime): CalendarDate {
  return new CalendarDate(year, month, day);
}
