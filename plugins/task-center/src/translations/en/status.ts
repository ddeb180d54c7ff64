/**
 * What the status of a task is called, and why it is so.
 *
 * @internal
 */
export const status = {
  'status.preparing': 'Preparing',
  'status.preparing.because': 'Preparing · {{cause}}',
  'status.preparing.inLine': 'Preparing · {{place}} in line',
  'status.cause.connection-busy': 'connection busy',
  'status.cause.worker-busy': 'no free worker',
  'status.running': 'Running',
  'status.aborting': 'Aborting…',
  'status.aborting.ending': 'ending the statement',
  'status.aborting.ending.long': 'the database is ending the statement',
  'status.aborting.rolling-back': 'rolling back',
  'status.aborting.rolling-back.long': 'the database is rolling back',
  'status.aborted': 'Aborted',
  'status.completed': 'Completed',
  'status.completed.failed': 'Completed, {{failed, number}} failed',
  'status.rolledBack': '{{number, number}} rolled back',
  'status.failed': 'Failed',
  'status.failed.atStatement': 'Failed at statement {{statement, number}}',
  'status.failed.connection-failed': 'Failed to connect',
  'status.failed.script-invalid': 'Failed: script not readable',
  'status.failed.implicit-commit': 'Failed: not all or nothing',
  'status.failed.commit-failed': 'Failed to commit',
  'status.failed.timeout': 'Failed: timed out',
  'status.failed.worker-lost': 'Failed: worker lost',
  'status.failed.shutdown': 'Failed: worker shut down',
  'status.failed.storage-failed': 'Failed: record not stored',
  'status.failed.internal-error': 'Failed: internal error',
  'status.inWords': '{{label}}, {{note}}',
  'status.inWords.going': '{{label}} {{note}}',
  'status.announcement': '{{name}}: {{status}}.',
  'status.progress': 'Progress of {{name}}',
} as const;
