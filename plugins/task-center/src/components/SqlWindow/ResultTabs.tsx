import { useEffect, useMemo, useRef } from 'react';
import { Button, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { useNavigate } from 'react-router-dom';
import {
  Connection,
  ResultSet,
  Task,
  TaskStatement,
} from 'backstage-plugin-task-center-common';
import { useTaskCenterLinks } from '../../hooks';
import { useTexts } from '../../translations';
import { formatCount } from '../common';
import { describeCompleteness } from './completeness/describeCompleteness';
import { RememberedQuery } from './query/useGridQuery';
import { ResultSetView } from './ResultSetView';
import styles from './SqlWindow.module.css';
import { numberResultSets } from './numberResultSets';
import { shortStatement } from './shortStatement';

/** @internal */
export interface ResultTabsProps {
  task: Task;
  connection: Connection | undefined;
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
  const t = useTexts();
  const { task, connection, resultSets, shown, selected, statements } = props;
  const navigate = useNavigate();
  const links = useTaskCenterLinks();
  const memory = useRef(new Map<number, RememberedQuery>());
  const select = (index: number) =>
    navigate(links.results(task.id, index, memory.current.get(index)), {
      replace: true,
    });
  const describe = (set: ResultSet) =>
    describeCompleteness(
      {
        resultSet: set,
        task,
        statement: statements.get(set.statement),
        connection,
      },
      t,
    );
  const before = shown[0].index - 1;
  const after = resultSets.length - shown[shown.length - 1].index;

  const numbers = useMemo(() => numberResultSets(resultSets), [resultSets]);
  return (
    <Tabs
      className={styles.tabs}
      selectedKey={String(selected.index)}
      onSelectionChange={key => select(Number(key))}
    >
      <div className={styles.tabRow}>
        {before > 0 && (
          <Button variant="tertiary" onPress={() => select(before)}>
            {t('sqlWindow.tabs.before', { number: before })}
          </Button>
        )}
        <TabList className={styles.tabList} aria-label={t('sqlWindow.tabs')}>
          {shown.map(set => (
            <Tab key={set.index} id={String(set.index)} className={styles.tab}>
              <TabName
                isSelected={set === selected}
                number={numbers.get(set.index)}
                statement={statements.get(set.statement)}
                textsKnown={statements.size}
              />
              <span className={styles.tabRows}>
                {formatCount(set.rowCount, t)}
                <NotAllRows reason={describe(set)?.short} />
              </span>
            </Tab>
          ))}
        </TabList>
        {after > 0 && (
          <Button
            variant="tertiary"
            onPress={() => select(resultSets.length - after + 1)}
          >
            {t('sqlWindow.tabs.more', { number: after })}
          </Button>
        )}
      </div>
      {/* A panel keeps its first id, by which the tab would name another one. */}
      <TabPanel
        key={selected.index}
        id={String(selected.index)}
        className={styles.panel}
      >
        <ResultSetView
          task={task}
          connection={connection}
          resultSet={selected}
          statement={statements.get(selected.statement)}
          completeness={describe(selected)}
          memory={memory.current}
        />
      </TabPanel>
    </Tabs>
  );
}

/** It brings its tab in sight itself, as the tabs are in the page later than the row of them. */
function TabName(props: {
  isSelected: boolean;
  number: string | undefined;
  statement: TaskStatement | undefined;
  /** Of how many statements: each makes its tab wider. */
  textsKnown: number;
}) {
  const { isSelected, number, statement, textsKnown } = props;
  const root = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (isSelected) {
      const tab = root.current?.closest('[role=tab]');
      tab?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
    }
  }, [isSelected, textsKnown]);
  return (
    <span ref={root} className={styles.tabName}>
      {number} {shortStatement(statement?.text, 28)}
    </span>
  );
}

function NotAllRows({ reason }: { reason: string | undefined }) {
  const t = useTexts();
  return reason ? (
    <span
      role="img"
      aria-label={t('sqlWindow.tabs.notAllRows', { reason })}
      title={reason}
    >
      {' '}
      ⚠
    </span>
  ) : null;
}
