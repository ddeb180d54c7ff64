import { compatWrapper } from '@backstage/core-compat-api';
import { EntityTasks } from '../components/EntityTasks';
import { EntityTasksCard } from '../components/EntityTasksCard';

/** @internal */
export function LegacyEntityTasks() {
  return compatWrapper(<EntityTasks />);
}

/** @internal */
export function LegacyEntityTasksCard() {
  return compatWrapper(<EntityTasksCard />);
}
