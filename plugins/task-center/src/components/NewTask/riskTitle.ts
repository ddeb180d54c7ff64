import { SqlDialect } from 'backstage-plugin-task-center-common';
import { Texts } from '../../translations';
import { formatCount } from '../common';
import { ShownGroup } from './findRiskGroups';

/**
 * What statements of a group do, in a sentence.
 *
 * @internal
 */
export function riskTitle(
  { kind, count, first, limit }: ShownGroup,
  dialect: SqlDialect,
  t: Texts,
): string {
  const values = { count, number: formatCount(count, t) };
  if (kind === 'beyond-limit') {
    const rows = formatCount(limit ?? 0, t);
    return t('newTask.risk.beyond-limit', { ...values, limit: rows });
  }
  if (kind === 'unclosed') {
    const [{ token, line }] = first;
    const what = token === '/*' ? 'comment' : 'quote';
    return count > 1
      ? t('newTask.risk.unclosed.files', { count })
      : t(`newTask.risk.unclosed.${what}`, { line });
  }
  return kind === 'lock' && dialect === 'sqlite'
    ? t('newTask.risk.lock.sqlite', values)
    : t(`newTask.risk.${kind}`, values);
}
