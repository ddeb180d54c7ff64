import { ComponentType, useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { SidebarItem, useSidebarOpenState } from '@backstage/core-components';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { RiListCheck3 } from '@remixicon/react';
import { rootRouteRef, tasksRouteRef } from '../../routes';
import { useTexts } from '../../translations';
import { useMyRunningTasks } from './useMyRunningTasks';
import styles from './TaskCenterSidebarItem.module.css';

const BUSY_POLL_MS = 5_000;
const Icon = () => <RiListCheck3 />;

/**
 * How {@link TaskCenterSidebarItem} is shown.
 *
 * @public
 */
export interface TaskCenterSidebarItemProps {
  /** Default: where the page of Task Center is. */
  to?: string;
  /** Default: Task Center. */
  text?: string;
  icon?: ComponentType<{}>;
}

/**
 * The Task Center in the sidebar of a portal, with the number of the person's tasks that are under way.
 *
 * @public
 */
export function TaskCenterSidebarItem(props: TaskCenterSidebarItemProps) {
  const t = useTexts();
  const root = useRouteRef(rootRouteRef);
  const tasks = useRouteRef(tasksRouteRef);
  // The old frontend system has one page, that of the tasks.
  const to = props.to ?? root?.() ?? tasks?.();
  const { data, refresh } = useMyRunningTasks({
    limit: 1,
    busyPollMs: BUSY_POLL_MS,
  });
  useOnNavigation(refresh);
  const { isOpen } = useSidebarOpenState();
  const count = data?.totalItems ?? 0;
  if (to === undefined) {
    return null;
  }
  const title = props.text ?? t('watch.sidebar.title');
  const running = t('watch.sidebar.running', { count });
  return (
    <SidebarItem
      icon={props.icon ?? Icon}
      to={to}
      text={title}
      aria-label={
        count > 0 ? t('watch.sidebar.name', { title, running }) : title
      }
      hasNotifications={count > 0 && !isOpen}
    >
      {count > 0 && (
        // Not as text, because the link has a name that says it in words.
        <span
          className={styles.count}
          title={running}
          data-count={count > 99 ? '99+' : count}
        />
      )}
    </SidebarItem>
  );
}

/** Whoever goes to another page may have started or ended a task just now. */
function useOnNavigation(onNavigation: () => void) {
  const { pathname } = useLocation();
  const known = useRef(pathname);
  useEffect(() => {
    if (known.current !== pathname) {
      known.current = pathname;
      onNavigation();
    }
  }, [pathname, onNavigation]);
}
