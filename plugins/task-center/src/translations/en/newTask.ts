/**
 * The texts of the form for a new task.
 *
 * @internal
 */
export const newTask = {
  'newTask.title': 'New task',
  'newTask.run': 'Run task',
  'newTask.cancel': 'Cancel',
  'newTask.name': 'Task Name',
  'newTask.name.andFiles_one': '{{name}} and {{count, number}} more file',
  'newTask.name.andFiles_other': '{{name}} and {{count, number}} more files',
  'newTask.name.andStatements': '{{name}} and {{number}} more',
  'newTask.required': 'Required',
  'newTask.settings': 'Settings',
  'newTask.description': 'Description',
  'newTask.description.hint':
    'For those who find this task later, such as the number of a ticket',
  'newTask.failed': 'The task was not created',
  'newTask.copyFailed': 'The task to be copied could not be read',
  'newTask.draft': 'Your draft from {{time}}',
  'newTask.draft.files_one':
    'Its file {{names}} is not kept by the browser: choose it again.',
  'newTask.draft.files_other':
    'Its files {{names}} are not kept by the browser: choose them again.',
  'newTask.draft.withoutText':
    'Its script was too large for the browser to keep.',
  'newTask.draft.loss.text':
    'The browser has no room to keep this script as a draft',
  'newTask.draft.loss.all': 'The browser keeps no draft of this form',
  'newTask.draft.loss.hint':
    'It is lost when the page is left or loaded again.',
  'newTask.draft.discard': 'Discard',
  'newTask.script': 'Script',
  'newTask.script.label': 'SQL',
  'newTask.script.editor': 'SQL script',
  'newTask.script.placeholder':
    'UPDATE products SET price_eur = price_eur * 1.1 WHERE …;\nor drop .sql files here',
  'newTask.script.choose': 'Choose .sql files',
  'newTask.script.drop': 'Drop the files here',
  'newTask.script.statement':
    'Statement {{statement, number}} of {{total, number}}',
  'newTask.script.statements_one': '{{count, number}} statement',
  'newTask.script.statements_other': '{{count, number}} statements',
  'newTask.script.position': 'Line {{line, number}}, column {{column, number}}',
  'newTask.script.reading': 'Reading the script…',
  'newTask.files.list': 'Files of the script, in the order in which they run',
  'newTask.files.written': 'Written here',
  'newTask.files.about':
    'The files run one after the other as one script. No statement goes on in the next file: a missing delimiter is added at the end of each, and each begins with the delimiter of the settings.',
  'newTask.files.keys': 'Alt+↑ and Alt+↓ move the file, Delete removes it.',
  'newTask.files.up': 'Move {{name}} up',
  'newTask.files.down': 'Move {{name}} down',
  'newTask.files.remove': 'Remove {{name}}',
  'newTask.files.moved': '{{name}} is now number {{place}} of {{total}}',
  'newTask.files.removed': '{{name}} was removed',
  'newTask.files.counting': 'counting…',
  'newTask.files.reason.size': 'It is too large to be edited here.',
  'newTask.files.reason.encoding':
    'It is not UTF-8 text, so it cannot be edited.',
  'newTask.files.reason.lineEnds':
    'Its line ends are mixed; editing would change them.',
  'newTask.files.asItIs': 'It is sent exactly as it is.',
  'newTask.files.beginning': 'The beginning of {{name}}',
  'newTask.files.excerpt': 'Line {{line, number}} of {{name}}',
  'newTask.files.showBeginning': 'Show the beginning',
  'newTask.files.unreadable_one':
    'One file could not be read. Is it a folder, or may you not open it?',
  'newTask.files.unreadable_other':
    '{{count, number}} files could not be read. Are they folders, or may you not open them?',
  'newTask.files.problem': '{{name}}: {{problem}}',
  'newTask.files.open':
    '{{name}} has no end of its own: a quote, a comment or a parenthesis stays open in it, or it says quit. The files behind it could not run.',
  'newTask.upload.sending':
    'Sending the script: {{sent}} of {{total}} ({{percent}} %)',
  'newTask.upload.said': 'Sending the script, {{percent}} %',
  'newTask.upload.label': 'Upload of the script',
  'newTask.upload.storing': 'The script is sent. The service checks it…',
  'newTask.upload.cancel': 'Cancel the upload',
  'newTask.outlook': 'What will happen',
  'newTask.outlook.statements_one': 'statement',
  'newTask.outlook.statements_other': 'statements',
  'newTask.outlook.soFar': 'so far…',
  'newTask.outlook.others': 'others',
  'newTask.outlook.kinds': 'Statements by kind',
  'newTask.outlook.chooseConnection': 'Choose a connection to run on.',
  'newTask.outlook.runsOn_one':
    'Runs on {{connection}}, at most {{count}} task at a time.',
  'newTask.outlook.runsOn_other':
    'Runs on {{connection}}, at most {{count}} tasks at a time.',
  'newTask.outlook.allOrNothing': 'Commits once, at the end: all or nothing.',
  'newTask.outlook.abort': 'Stops at the first statement that fails.',
  'newTask.outlook.continue':
    'Goes on with the next statement after a failure.',
  'newTask.outlook.resultLimit':
    'Keeps up to {{rows, number}} rows of each result.',
  'newTask.outlook.timeout': 'Is ended after {{time}}.',
  'newTask.outlook.invalid.resultLimit': 'The query result limit is not valid.',
  'newTask.outlook.invalid.executionTimeout':
    'The execution timeout is not valid.',
  'newTask.outlook.invalid.statementTimeout':
    'The statement timeout is not valid.',
  'newTask.risks': 'Warnings',
  'newTask.risks.count_one': '{{count, number}} warning',
  'newTask.risks.count_other': '{{count, number}} warnings',
  'newTask.risks.none': 'Nothing in the script stands out.',
  'newTask.risks.none.hint':
    'What procedures and triggers do is not looked at.',
  'newTask.risks.line': 'Line {{line, number}}',
  'newTask.risks.lineIn': '{{name}}, line {{line, number}}',
  'newTask.risks.rows_one': '≈ {{rows}} row',
  'newTask.risks.rows_other': '≈ {{rows}} rows',
  'newTask.risks.goTo': '{{place}}: {{what}}. Go there.',
  'newTask.risks.more': 'Show {{number, number}} more',
  'newTask.risks.less': 'Show fewer',
  'newTask.risks.andMore': 'and {{number, number}} more like it',
  'newTask.risk.update-all_one': 'An UPDATE without WHERE changes every row',
  'newTask.risk.update-all_other':
    '{{number}} UPDATEs without WHERE change every row',
  'newTask.risk.delete-all_one': 'A DELETE without WHERE deletes every row',
  'newTask.risk.delete-all_other':
    '{{number}} DELETEs without WHERE delete every row',
  'newTask.risk.drop_one': 'A DROP cannot be taken back',
  'newTask.risk.drop_other': '{{number}} DROPs cannot be taken back',
  'newTask.risk.truncate_one': 'A TRUNCATE empties its table',
  'newTask.risk.truncate_other': '{{number}} TRUNCATEs empty their tables',
  'newTask.risk.unclosed.quote':
    'The quote that begins in line {{line, number}} has no end: what follows it is not seen as statements',
  'newTask.risk.unclosed.comment':
    'The comment that begins in line {{line, number}} has no end: what follows it is not seen as statements',
  'newTask.risk.unclosed.files_one':
    'A quote or comment has no end in {{count, number}} file',
  'newTask.risk.unclosed.files_other':
    'A quote or comment has no end in {{count, number}} files',
  'newTask.risk.shutdown_one': 'A statement stops the database server',
  'newTask.risk.shutdown_other':
    '{{number}} statements stop the database server',
  'newTask.risk.server_one':
    'A statement changes the server, or who may do what',
  'newTask.risk.server_other':
    '{{number}} statements change the server, or who may do what',
  'newTask.risk.lock_one': 'A statement can lock its table while it runs',
  'newTask.risk.lock_other':
    '{{number}} statements can lock their tables while they run',
  'newTask.risk.lock.sqlite_one':
    'A statement locks the database file while it runs',
  'newTask.risk.lock.sqlite_other':
    '{{number}} statements lock the database file while they run',
  'newTask.risk.implicit-commit_one':
    'A statement commits the open transaction',
  'newTask.risk.implicit-commit_other':
    '{{number}} statements commit the open transaction',
  'newTask.risk.refused-in-transaction_one':
    'A statement cannot run in the open transaction',
  'newTask.risk.refused-in-transaction_other':
    '{{number}} statements cannot run in the open transaction',
  'newTask.risk.never-committed_one':
    'A transaction is never committed: what it does is rolled back',
  'newTask.risk.never-committed_other':
    '{{number}} transactions are never committed',
  'newTask.risk.many-rows_one': 'A statement changes many rows',
  'newTask.risk.many-rows_other': '{{number}} statements change many rows',
  'newTask.risk.beyond-limit_one':
    'A SELECT may return more rows than the {{limit}} that are kept; the others are left out',
  'newTask.risk.beyond-limit_other':
    '{{number}} SELECTs may return more rows than the {{limit}} that are kept; the others are left out',
  'newTask.ends.title': 'This script cannot run all or nothing',
  'newTask.ends.count_one': '{{count, number}} statement ends the transaction:',
  'newTask.ends.count_other':
    '{{count, number}} statements end the transaction:',
  'newTask.ends.statement': 'Line {{line, number}}: {{words}}',
  'newTask.ends.more': 'and {{number, number}} more',
  'newTask.ends.advice_one':
    'Take it out, or let each statement commit by itself under Settings.',
  'newTask.ends.advice_other':
    'Take them out, or let each statement commit by itself under Settings.',
  'newTask.confirm.title': 'Run this script on {{connection}}?',
  'newTask.confirm.intro': 'It does what nobody can take back:',
  'newTask.confirm.danger': '{{what}}: {{targets}}',
  'newTask.confirm.others': 'This stands out, too:',
  'newTask.confirm.other': '{{what}}: {{statements}}',
  'newTask.confirm.otherMore_one':
    '{{what}}: {{statements}} and {{count, number}} more',
  'newTask.confirm.otherMore_other':
    '{{what}}: {{statements}} and {{count, number}} more',
  'newTask.confirm.typeDatabase':
    'Type the name of the database to run it: {{name}}',
  'newTask.confirm.typeTitle':
    'Type the title of the connection to run it: {{name}}',
} as const;
