import { Config } from '@backstage/config';
import {
  ResultByteLimits,
  SettingLimits,
} from 'backstage-plugin-task-center-common';

/**
 * A connection as the operator configured it.
 *
 * @internal
 */
export interface ConnectionDefinition {
  id: string;
  title: string;
  /** The id of the engine. */
  engine: string;
  /** In full and in lower case, such as `resource:default/shop-db`. */
  entityRef: string;
  /** The `connection` section, secrets included. */
  config: Config;
  maxConcurrentTasks: number;
  limits: {
    resultRows: SettingLimits;
    resultBytes: ResultByteLimits;
    executionTimeoutSeconds: SettingLimits;
  };
}
