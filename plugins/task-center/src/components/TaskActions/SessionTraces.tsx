import { Text } from '@backstage/ui';
import {
  ResumeAdvice,
  StatementMention,
} from 'backstage-plugin-task-center-common';
import { formatCount, formatQuantity } from '../common';
import { nameStatements } from './describeResumption';
import styles from './TaskActions.module.css';

const SHOWN_AT_ONCE = 3;
const MOST_NAMED = 100;

/**
 * What becomes of what the statements before the start left in the session.
 *
 * @internal
 */
export function SessionTraces(props: {
  advice: ResumeAdvice;
  start: number | undefined;
}) {
  const { advice, start = Infinity } = props;
  const named = advice.fromStatement ?? advice.neverSentFrom;
  const isBefore = ({ index }: StatementMention) => index < start;
  return (
    <>
      <Mentions
        mentions={advice.lost.filter(isBefore)}
        title={count => `Gone with the session: what ${count} left in it`}
      >
        Variables, temporary tables and the like are not made again. If the rest
        of the script needs them, start before them, or run the rest as a new
        task that makes them first.
      </Mentions>
      <Mentions
        mentions={advice.repeated.filter(isBefore)}
        title={count => `Made again first: the settings of ${count}`}
      />
      {props.start !== undefined && props.start > named && (
        <Text as="p" variant="body-small" color="secondary">
          {`What ${nameStatements(
            named,
            props.start - 1,
          )} would leave in the session is not listed here.`}
        </Text>
      )}
    </>
  );
}

function Mentions(props: {
  mentions: StatementMention[];
  title: (count: string) => string;
  children?: string;
}) {
  const { mentions, title, children } = props;
  if (mentions.length === 0) {
    return null;
  }
  const count = formatQuantity(mentions.length, 'statement');
  const isCut = mentions.length === MOST_NAMED;
  return (
    <details
      className={styles.mentions}
      open={mentions.length <= SHOWN_AT_ONCE}
    >
      <summary>{title(isCut ? `${count} or more` : count)}</summary>
      {children && (
        <Text as="p" variant="body-small" color="secondary">
          {children}
        </Text>
      )}
      <ul>
        {mentions.map(({ index, line, text }) => (
          <li key={index} title={text}>
            <span className={styles.place}>
              {`#${formatCount(index)}, line ${formatCount(line)}`}
            </span>
            {text}
          </li>
        ))}
      </ul>
    </details>
  );
}
