import { createConditionExports } from '@backstage/plugin-permission-node';
import {
  connectionResourceRef,
  connectionRules,
  taskResourceRef,
  taskRules,
} from './rules';

const taskExports = createConditionExports({
  resourceRef: taskResourceRef,
  rules: taskRules,
});

/**
 * The conditions that a policy can put on tasks.
 *
 * @public
 */
export const taskConditions = taskExports.conditions;

/**
 * Makes a policy decision of conditions on tasks.
 *
 * @public
 */
export const createTaskConditionalDecision =
  taskExports.createConditionalDecision;

const connectionExports = createConditionExports({
  resourceRef: connectionResourceRef,
  rules: connectionRules,
});

/**
 * The conditions that a policy can put on connections.
 *
 * @public
 */
export const connectionConditions = connectionExports.conditions;

/**
 * Makes a policy decision of conditions on connections.
 *
 * @public
 */
export const createConnectionConditionalDecision =
  connectionExports.createConditionalDecision;
