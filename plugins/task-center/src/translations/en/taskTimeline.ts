/**
 * The texts of where the time of a task went.
 *
 * @internal
 */
export const taskTimeline = {
  'taskTimeline.title': 'Where the time went',
  'taskTimeline.bars': 'How long the statements took',
  'taskTimeline.statement': 'Statement {{from, number}}: {{duration}}',
  'taskTimeline.statements':
    'Statements {{from, number}} to {{to, number}}: {{duration}}, the slowest is {{slowest}} with {{longest}}',
  'taskTimeline.withFailed': '{{words}}, {{number}} failed',
  'taskTimeline.withRolledBack': '{{words}}, {{number}} rolled back',
  'taskTimeline.withEnded': '{{words}}, {{number}} aborted or unknown',
  'taskTimeline.total': '{{duration}} in all',
  'taskTimeline.slowest': 'Slowest statements',
  'taskTimeline.slowestMark': 'slowest: {{statement}}, {{duration}}',
  'taskTimeline.share': '{{percent}} %',
  'taskTimeline.failed': 'Failed',
  'taskTimeline.ended': 'Aborted or unknown',
  'taskTimeline.subject': 'The durations',
} as const;
