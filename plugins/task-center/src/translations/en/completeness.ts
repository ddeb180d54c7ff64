/**
 * Why the rows of a result set are not all that the statement returned.
 *
 * @internal
 */
export const completeness = {
  'completeness.cut':
    'The statement had more than the {{rows}} here: {{because}}. {{advice}}',
  'completeness.cut.foot': 'The rows end here because {{because}}.',
  'completeness.cut.rows': 'cut at {{limit, number}} rows',
  'completeness.cut.rows.because':
    'the query result limit of {{limit, number}} rows was reached',
  'completeness.cut.rows.advice':
    'Run the task again with a higher limit to get the others.',
  'completeness.cut.result-bytes': 'cut at its size limit',
  'completeness.cut.result-bytes.because':
    'a result set may not be larger than {{limit}} on this connection',
  'completeness.cut.result-bytes.advice':
    'Ask for fewer columns or rows, or in several statements.',
  'completeness.cut.task-bytes': "cut at the task's size limit",
  'completeness.cut.task-bytes.because':
    'the results of one task may not be larger than {{limit}} on this connection',
  'completeness.cut.task-bytes.advice': 'Split the script into several tasks.',
  'completeness.cut.user-quota': 'cut for lack of space',
  'completeness.cut.user-quota.because':
    'the results of {{user}} take up all the space that there is for one person',
  'completeness.cut.user-quota.advice':
    'Drop results that are not needed any more, then run it again.',
  'completeness.cut.overall-quota': 'cut for lack of space',
  'completeness.cut.overall-quota.because':
    'there is no space left for results in the portal',
  'completeness.cut.overall-quota.advice':
    "Drop results that are not needed any more, or ask the portal's operators for space.",
  'completeness.itsLimit': 'its limit',
  'completeness.coming': 'still coming',
  'completeness.coming.sentence':
    'The statement is still running; {{rows}} so far.',
  'completeness.coming.foot':
    'More rows may come: the statement is still running.',
  'completeness.partial': 'partial',
  'completeness.partial.sentence_one':
    'This row is only a part: the statement ended before it had returned all of them.',
  'completeness.partial.sentence_other':
    'These {{count, number}} rows are only a part: the statement ended before it had returned all of them.',
  'completeness.partial.sentence.error_one':
    'This row is only a part: the statement ended before it had returned all of them ({{error}}).',
  'completeness.partial.sentence.error_other':
    'These {{count, number}} rows are only a part: the statement ended before it had returned all of them ({{error}}).',
  'completeness.partial.foot':
    'The rows end here because the statement ended before it had returned all of them.',
  'completeness.partial.foot.error':
    'The rows end here because the statement ended before it had returned all of them ({{error}}).',
} as const;
