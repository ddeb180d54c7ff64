import { Text } from '@backstage/ui';
import { ConnectionActivity } from 'backstage-plugin-task-center-common';
import styles from './ConnectionRanking.module.css';

/**
 * How many connections a ranking shows.
 *
 * @internal
 */
export const RANKED = 3;

/**
 * @internal
 */
export interface ConnectionRankingProps {
  title: string;
  /** The first comes first; undefined while they are loading. */
  connections: ConnectionActivity[] | undefined;
  /** What to say when there is none. */
  none: string;
  nameOf: (id: string) => string;
  valueOf: (connection: ConnectionActivity) => string;
  /** What else there is to know. */
  detailOf: (connection: ConnectionActivity) => string;
  selected: string | undefined;
  onSelect: (id: string | undefined) => void;
}

/**
 * Connections that stand out. A press on one lists its tasks, another one those of all again.
 *
 * @internal
 */
export function ConnectionRanking(props: ConnectionRankingProps) {
  const { title, connections, none, nameOf, selected, onSelect } = props;
  return (
    <div className={styles.root}>
      <Text as="p" variant="body-x-small" color="secondary">
        {title}
      </Text>
      {connections?.length === 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {none}
        </Text>
      )}
      {connections && connections.length > 0 && (
        <ol className={styles.list} aria-label={title}>
          {connections.slice(0, RANKED).map(each => (
            <li key={each.connection}>
              <button
                type="button"
                className={styles.item}
                aria-pressed={selected === each.connection}
                title={props.detailOf(each)}
                onClick={() =>
                  onSelect(
                    selected === each.connection ? undefined : each.connection,
                  )
                }
              >
                <span className={styles.name}>{nameOf(each.connection)}</span>{' '}
                <span className={styles.value}>{props.valueOf(each)}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
