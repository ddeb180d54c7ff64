/**
 * The service of Task Center.
 *
 * @packageDocumentation
 */
export { taskCenterPlugin as default } from './plugin';
export {
  connectionConditions,
  createConnectionConditionalDecision,
  createTaskConditionalDecision,
  taskConditions,
} from './tasks';
export {
  connectionResourceRef,
  connectionRules,
  taskResourceRef,
  taskRules,
} from './tasks';
export type { ConnectionResource, TaskFilter, TaskResource } from './tasks';
