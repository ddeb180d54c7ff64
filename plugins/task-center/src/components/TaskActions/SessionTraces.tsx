import { Text } from '@backstage/ui';
import {
  ResumeAdvice,
  StatementMention,
} from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
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
  const t = useTexts();
  const { advice, start = Infinity } = props;
  const named = advice.fromStatement ?? advice.neverSentFrom;
  const isBefore = ({ index }: StatementMention) => index < start;
  return (
    <>
      <Mentions
        mentions={advice.lost.filter(isBefore)}
        title={statements => t('resume.lost', { statements })}
      >
        {t('resume.lost.text')}
      </Mentions>
      <Mentions
        mentions={advice.repeated.filter(isBefore)}
        title={statements => t('resume.repeated', { statements })}
      />
      {props.start !== undefined && props.start > named && (
        <Text as="p" variant="body-small" color="secondary">
          {t('resume.notListed', {
            statements: nameStatements(named, props.start - 1, t),
          })}
        </Text>
      )}
    </>
  );
}

function Mentions(props: {
  mentions: StatementMention[];
  title: (statements: string) => string;
  children?: string;
}) {
  const t = useTexts();
  const { mentions, title, children } = props;
  if (mentions.length === 0) {
    return null;
  }
  const statements = t('common.statements', { count: mentions.length });
  const isCut = mentions.length === MOST_NAMED;
  return (
    <details
      className={styles.mentions}
      open={mentions.length <= SHOWN_AT_ONCE}
    >
      <summary>
        {title(isCut ? t('resume.orMore', { statements }) : statements)}
      </summary>
      {children && (
        <Text as="p" variant="body-small" color="secondary">
          {children}
        </Text>
      )}
      <ul>
        {mentions.map(({ index, line, text }) => (
          <li key={index} title={text}>
            <span className={styles.place}>
              {t('resume.place', { index, line })}
            </span>
            {text}
          </li>
        ))}
      </ul>
    </details>
  );
}
