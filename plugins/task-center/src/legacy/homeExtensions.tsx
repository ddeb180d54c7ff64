import { compatWrapper } from '@backstage/core-compat-api';
import { MyRunningTasks } from '../components/MyTasks';

/** @internal */
export function LegacyMyRunningTasks() {
  return compatWrapper(<MyRunningTasks />);
}
