import { compatWrapper } from '@backstage/core-compat-api';
import {
  TaskCenterSidebarItem,
  TaskCenterSidebarItemProps,
} from '../components/MyTasks/TaskCenterSidebarItem';
import { TaskWatcher } from '../components/TaskWatch';

/** @internal */
export function LegacySidebarItem(props: TaskCenterSidebarItemProps) {
  return compatWrapper(<TaskCenterSidebarItem {...props} />);
}

/** @internal */
export function LegacyTaskWatcher() {
  return compatWrapper(<TaskWatcher />);
}
