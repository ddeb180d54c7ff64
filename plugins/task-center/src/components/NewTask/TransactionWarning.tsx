import { Alert } from '@backstage/ui';
import { formatCount, formatQuantity } from '../common';
import { TransactionEnds } from './countScript';
import styles from './NewTaskPage.module.css';

/**
 * Names the statements for which a script cannot be run all or nothing, before it is sent.
 *
 * @internal
 */
export function TransactionWarning(props: {
  ends: TransactionEnds | undefined;
}) {
  const { count, first } = props.ends ?? { count: 0, first: [] };
  const more = count - first.length;
  return (
    <div role="status">
      {count > 0 && (
        <Alert
          status="warning"
          icon
          title="This script cannot run all or nothing"
          description={
            <>
              <span>
                {`${formatQuantity(count, 'statement')} ${
                  count === 1 ? 'ends' : 'end'
                } the transaction:`}
              </span>
              <ul className={styles.ends}>
                {first.map(({ line, words }) => (
                  <li key={line}>
                    {`Line ${formatCount(line)}: `}
                    <code>{words}</code>
                  </li>
                ))}
                {more > 0 && <li>{`and ${formatCount(more)} more`}</li>}
              </ul>
              Take {count === 1 ? 'it' : 'them'} out, or let each statement
              commit by itself under Settings.
            </>
          }
        />
      )}
    </div>
  );
}
