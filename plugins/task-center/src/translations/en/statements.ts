/**
 * The texts of the ledger, which has every statement of a task.
 *
 * @internal
 */
export const statements = {
  'statements.title': 'Statements',
  'statements.subject': 'The statements',
  'statements.state': 'State',
  'statements.state.any': 'Any state',
  'statements.state.pending': 'pending',
  'statements.state.running': 'running',
  'statements.state.succeeded': 'succeeded',
  'statements.state.failed': 'failed',
  'statements.state.aborted': 'aborted',
  'statements.state.rolled-back': 'rolled back',
  'statements.state.unknown': 'unknown',
  'statements.state.skipped': 'skipped',
  'statements.line': 'Line',
  'statements.duration': 'Duration',
  'statements.affected': 'Affected',
  'statements.rows': 'Rows',
  'statements.text': 'Text',
  'statements.none': 'No statement has been recorded.',
  'statements.none.yet':
    'The statements appear here once the script has been read through.',
  'statements.none.inState': 'No statement is in this state.',
  'statements.rest': 'The rest of the statement stands in the script.',
  'statements.rows.affected': '{{rows}} affected',
  'statements.rows.returned': '{{rows}} returned',
  'statements.notices_one': '{{count, number}} notice',
  'statements.notices_other': '{{count, number}} notices',
  'statements.warnings.list': '{{words}}:',
  'statements.warnings.numberOnly':
    '{{warnings}}, of which the database gave the number only',
  'statements.warnings.first':
    '{{warnings}}, the first {{known, number}} of them',
} as const;
