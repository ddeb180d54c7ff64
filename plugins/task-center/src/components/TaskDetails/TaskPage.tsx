import { useNavigate } from 'react-router-dom';
import { Box } from '@backstage/ui';
import { useTaskCenterLinks } from '../../hooks';
import { TaskDetails } from './TaskDetails';
import styles from './TaskDetails.module.css';

/**
 * A task's details as a page of their own.
 *
 * @internal
 */
export function TaskPage({ taskId }: { taskId: string }) {
  const navigate = useNavigate();
  const links = useTaskCenterLinks();
  return (
    <Box bg="neutral" className={styles.page}>
      <TaskDetails
        key={taskId}
        taskId={taskId}
        titleId="task-center-task-title"
        onDeleted={() => navigate(links.list())}
      />
    </Box>
  );
}
