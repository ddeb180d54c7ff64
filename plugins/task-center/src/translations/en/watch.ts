/**
 * The texts about tasks that a person wants to hear of, wherever they are in the portal.
 *
 * @internal
 */
export const watch = {
  'watch.button': 'Notify me when it ends',
  'watch.ended': '“{{name}}”: {{status}}',
  'watch.open': 'Open the task',
  'watch.inPortal':
    'Your browser shows no notifications of this portal: the portal itself will tell you when the task ends, as long as one of its pages is open.',
  'watch.sidebar.title': 'Task Center',
  'watch.sidebar.name': '{{title}}, {{running}}',
  'watch.sidebar.running_one': '{{count}} of your tasks is under way',
  'watch.sidebar.running_other': '{{count}} of your tasks are under way',
  'watch.widget.tasks': 'Your tasks that are under way',
  'watch.widget.none': 'None of your tasks is under way.',
  'watch.widget.more_one': 'and {{count}} more',
  'watch.widget.more_other': 'and {{count}} more',
  'watch.widget.allMine': 'All my tasks',
  'watch.widget.newTask': 'New task',
  'watch.widget.subject': 'Your tasks',
} as const;
