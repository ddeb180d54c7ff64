import { useEffect, useMemo, useRef } from 'react';
import { Button, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { useNavigate } from 'react-router-dom';
import {
  ResultSet,
  Task,
  TaskStatement,
} from 'backstage-plugin-task-center-common';
import { useTaskCenterLinks } from '../../hooks';
import { formatCount } from '../common';
import { ResultSetView } from './ResultSetView';
import styles from './SqlWindow.module.css';
import { numberResultSets } from './numberResultSets';
import { shortStatement } from './shortStatement';

/** @internal */
export interface ResultTabsProps {
  task: Task;
  resultSets: ResultSet[];
  /** Those that have a tab: a task can have thousands. */
  shown: ResultSet[];
  selected: ResultSet;
  /** As far as they are loaded, by their number. */
  statements: ReadonlyMap<number, TaskStatement>;
}

/**
 * A tab per result set, and below them the rows of the selected one. Which one it is stands in the address.
 *
 * @internal
 */
export function ResultTabs(props: ResultTabsProps) {
  const { task, resultSets, shown, selected, statements } = props;
  const navigate = useNavigate();
  const links = useTaskCenterLinks();
  const select = (index: number) =>
    navigate(links.results(task.id, index), { replace: true });
  const before = shown[0].index - 1;
  const after = resultSets.length - shown[shown.length - 1].index;

  const numbers = useMemo(() => numberResultSets(resultSets), [resultSets]);
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const tab = row.current?.querySelector('[role=tab][data-selected]');
    tab?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
    // The tabs grow when the statements' texts come.
  }, [selected.index, statements.size]);

  return (
    <Tabs
      className={styles.tabs}
      selectedKey={String(selected.index)}
      onSelectionChange={key => select(Number(key))}
    >
      <div ref={row} className={styles.tabRow}>
        {before > 0 && (
          <Button variant="tertiary" onPress={() => select(before)}>
            {`‹ ${formatCount(before)} before`}
          </Button>
        )}
        <TabList className={styles.tabList} aria-label="Result sets">
          {shown.map(set => (
            <Tab key={set.index} id={String(set.index)} className={styles.tab}>
              <span className={styles.tabName}>
                {numbers.get(set.index)}{' '}
                {shortStatement(statements.get(set.statement)?.text, 28)}
              </span>
              <span className={styles.tabRows}>
                {formatCount(set.rowCount)}
                {(set.truncated || set.partial) && (
                  <span
                    role="img"
                    aria-label="not all rows"
                    title="Not all rows"
                  >
                    {' '}
                    ⚠
                  </span>
                )}
              </span>
            </Tab>
          ))}
        </TabList>
        {after > 0 && (
          <Button
            variant="tertiary"
            onPress={() => select(resultSets.length - after + 1)}
          >
            {`${formatCount(after)} more ›`}
          </Button>
        )}
      </div>
      <TabPanel id={String(selected.index)} className={styles.panel}>
        <ResultSetView
          key={selected.index}
          task={task}
          resultSet={selected}
          statement={statements.get(selected.statement)}
        />
      </TabPanel>
    </Tabs>
  );
}
