/**
 * The texts that several pages share, and how numbers and times are written.
 *
 * @internal
 */
export const common = {
  // As `Intl` takes them. In English, dates are written day first, and a million is M.
  'common.locale.dates': 'en-GB',
  'common.locale.numbers': 'en-US',
  'common.listSeparator': ', ',
  'common.justNow': 'just now',
  'common.duration.ms': '{{value}} ms',
  'common.duration.s': '{{value}} s',
  'common.duration.min': '{{value}} min',
  'common.duration.h': '{{value}} h',
  'common.ordinal.zero': '{{value, number}}th',
  'common.ordinal.one': '{{value, number}}st',
  'common.ordinal.two': '{{value, number}}nd',
  'common.ordinal.few': '{{value, number}}rd',
  'common.ordinal.many': '{{value, number}}th',
  'common.ordinal.other': '{{value, number}}th',
  'common.rows_one': '{{count, number}} row',
  'common.rows_other': '{{count, number}} rows',
  'common.columns_one': '{{count, number}} column',
  'common.columns_other': '{{count, number}} columns',
  'common.statements_one': '{{count, number}} statement',
  'common.statements_other': '{{count, number}} statements',
  'common.warnings_one': '{{count, number}} warning',
  'common.warnings_other': '{{count, number}} warnings',
  'common.resultSets_one': '{{count, number}} result set',
  'common.resultSets_other': '{{count, number}} result sets',
  'common.withDetails': '{{name}} ({{details}})',
  'common.cancel': 'Cancel',
  'common.close': 'Close',
  'common.copy': 'Copy',
  'common.copied': 'Copied',
  'common.notCopied': 'Could not copy',
  'common.download': 'Download',
  'common.download.failed':
    'Downloads are not available: {{reason}}. Press to try again.',
  'common.tryAgain': 'Try again',
  'common.error.notAllowed': '{{subject}} cannot be shown to you',
  'common.error.askForAccess': "Ask the portal's operators for access.",
  'common.error.notLoaded': '{{subject}} could not be loaded',
  'common.connection.gone': 'not available',
  'common.connection.gone.hint':
    'The connection is no longer configured, or not open to you.',
  'common.connections': 'The connections',
  'common.tasks': 'The tasks',
  'common.task.gone': 'a task that is not there any more',
  'common.task.gone.hint': '{{id}} has been deleted, or you may not see it.',
  'common.task.brief': ' ({{time}}, {{status}})',
  'common.task.brief.copy': ' (run again {{time}}, {{status}})',
} as const;
