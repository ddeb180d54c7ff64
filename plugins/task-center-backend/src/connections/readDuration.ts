import { Config, readDurationFromConfig } from '@backstage/config';
import { HumanDuration } from '@backstage/types';
import { Duration } from 'luxon';

/**
 * A duration in the configuration in milliseconds.
 *
 * @throws InputError when it is there and no duration
 * @internal
 */
export function readDuration(
  config: Config | undefined,
  key: string,
  fallback: HumanDuration,
): number {
  return Duration.fromObject(
    config?.has(key) ? readDurationFromConfig(config, { key }) : fallback,
  ).toMillis();
}
