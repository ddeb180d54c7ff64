import { useRef } from 'react';
import Drawer from '@material-ui/core/Drawer';
import { Box } from '@backstage/ui';
import { DrawerResizer } from './DrawerResizer';
import { FocusLoop } from './FocusLoop';
import { TaskDetails } from './TaskDetails';
import { useDrawerWidth } from './useDrawerWidth';
import styles from './TaskDrawer.module.css';

// Below the dialogs and menus of @backstage/ui, which open on top of it.
const Z_INDEX = 990;
const TITLE_ID = 'task-center-drawer-title';

/**
 * @internal
 */
export interface TaskDrawerProps {
  /** The task to show; undefined closes the drawer. */
  taskId: string | undefined;
  onClose: () => void;
  /** Called after something has been done to the task. */
  onChanged: () => Promise<void>;
}

/**
 * A task's details beside the list it stands in.
 *
 * @internal
 */
export function TaskDrawer({ taskId, onClose, onChanged }: TaskDrawerProps) {
  const [width, setWidth] = useDrawerWidth();
  const lastId = useRef(taskId);
  lastId.current = taskId ?? lastId.current;

  return (
    <Drawer
      anchor="right"
      open={taskId !== undefined}
      onClose={onClose}
      style={{ zIndex: Z_INDEX }}
      classes={{ paper: styles.paper }}
      PaperProps={{
        role: 'dialog',
        'aria-modal': true,
        'aria-labelledby': TITLE_ID,
        style: { width },
      }}
      // Dialogs and menus of @backstage/ui live outside of the drawer and need the focus, which Tab keeps in it otherwise.
      disableEnforceFocus
    >
      <FocusLoop>
        <DrawerResizer width={width} onResize={setWidth} />
        <Box bg="neutral" className={styles.content}>
          {lastId.current && (
            <TaskDetails
              key={lastId.current}
              taskId={lastId.current}
              titleId={TITLE_ID}
              onClose={onClose}
              onChanged={onChanged}
              onDeleted={onClose}
            />
          )}
        </Box>
      </FocusLoop>
    </Drawer>
  );
}
