/**
 * The texts about what came of a task.
 *
 * @internal
 */
export const executionResult = {
  'executionResult.title': 'Execution Result',
  'executionResult.succeeded': 'Succeeded',
  'executionResult.failed': 'Failed',
  'executionResult.rolledBack': 'Rolled back',
  'executionResult.notCompleted': 'Not completed',
  'executionResult.toGo': 'To go',
  'executionResult.before': 'Before the start',
  'executionResult.affectedRows': 'Rows affected',
  'executionResult.resultSets': 'Result sets',
  'executionResult.noRows': 'No statement returned rows.',
  'executionResult.noRowsYet': 'No statement has returned rows yet.',
  'executionResult.notAllowed':
    'The rows that came back can be read by the task’s creator and the owners of the database.',
  'executionResult.open': 'Query Results',
  'executionResult.download': 'Download Results',
  'executionResult.size': '{{resultSets}}, {{size}} as CSV',
  'executionResult.cut': ', {{number, number}} cut off by a limit',
  'executionResult.keptUntil': 'kept until {{date}}',
  'executionResult.keptUntil.alone': 'Kept until {{date}}',
  'executionResult.results': 'Results',
  'executionResult.expired':
    'The results were removed on {{date}}, when their time was over. The record of the task is still here.',
  'executionResult.dropped':
    'The results were dropped on {{date}}. The record of the task is still here.',
  'executionResult.keep': 'Keep longer…',
  'executionResult.keep.title': 'Keep the results longer',
  'executionResult.keep.confirm': 'Keep them',
  'executionResult.keep.now': 'They are kept until {{date}} now.',
  'executionResult.keep.longest':
    'That is as long as they can be kept from today.',
  'executionResult.keep.for': 'Keep them for',
  'executionResult.keep.choice': '{{span}} (until {{date}})',
  'executionResult.keep.7d': '7 days',
  'executionResult.keep.30d': '30 days',
  'executionResult.keep.90d': '90 days',
  'executionResult.keep.365d': 'a year',
  'executionResult.keep.max': 'as long as possible',
  'executionResult.drop': 'Drop results…',
  'executionResult.drop.title': 'Drop the results of “{{name}}”?',
  'executionResult.drop.confirm': 'Drop results',
  'executionResult.drop.text_one':
    '{{count, number}} result set, {{size}} as CSV, is removed at once and for good. The task, its log and the record of its statements stay.',
  'executionResult.drop.text_other':
    '{{count, number}} result sets, {{size}} as CSV, are removed at once and for good. The task, its log and the record of its statements stay.',
  'executionResult.usage': 'Your results take {{used}} of {{all}}, compressed.',
} as const;
