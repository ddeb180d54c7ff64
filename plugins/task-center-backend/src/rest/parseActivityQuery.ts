import { ActivityQuery } from '../tasks';
import { asArray, parseTime } from './parseTaskQuery';

/**
 * What a request asks of the activity.
 *
 * @throws InputError when a time is not ISO 8601
 * @internal
 */
export function parseActivityQuery(query: any): ActivityQuery {
  return {
    from: parseTime('from', query.from)!,
    to: parseTime('to', query.to)!,
    step: query.step ?? '1h',
    timeZone: query.timeZone ?? 'UTC',
    connection: asArray<string>(query.connection),
    createdBy: query.createdBy,
  };
}
