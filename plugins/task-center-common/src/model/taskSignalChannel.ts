/**
 * The channel of the portal's signals on which the service tells that tasks have come, changed or gone. Everybody hears it
 * who can reach the portal, so that its messages are empty: which tasks these are, one has to ask the service.
 *
 * @public
 */
export const TASK_SIGNAL_CHANNEL = 'task-center';
