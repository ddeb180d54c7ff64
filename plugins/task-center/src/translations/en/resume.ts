/**
 * The texts of the dialog in which a task is resumed.
 *
 * @internal
 */
export const resume = {
  'resume.open': 'Resume…',
  'resume.title': 'Resume “{{name}}”',
  'resume.confirm': 'Resume',
  'resume.confirm.from': 'Resume from statement {{statement, number}}',
  'resume.about':
    'A new task runs the script from there on, with the same settings. Each of the two tasks names the other.',
  'resume.resumedAs': 'Resumed as {{task}}',
  'resume.start': 'Start',
  'resume.start.field': 'Start from statement',
  'resume.start.first':
    'From statement {{statement, number}} (it may run twice)',
  'resume.start.firstOfThem':
    'From the first of them, {{statement, number}} (they may run twice)',
  'resume.start.after':
    'After the last that may have been sent, from {{statement, number}} (it may be left out)',
  'resume.start.afterThem':
    'After the last that may have been sent, from {{statement, number}} (they may be left out)',
  'resume.start.other': 'From another statement',
  'resume.start.other.field': 'Statement',
  'resume.start.range': '1 to {{last, number}}',
  'resume.start.noNumber': 'Write the number of a statement, 1 or more.',
  'resume.start.tooLarge': 'The script has {{last, number}} statements.',
  'resume.unknown.title': 'Nobody knows whether {{statements}} took effect',
  'resume.unknown.look_one':
    'Look into the database for what became of it, then choose.',
  'resume.unknown.look_other':
    'Look into the database for what became of them, then choose.',
  'resume.unknown.neverSent':
    'Nothing from statement {{statement, number}} on was ever sent.',
  'resume.unknown.show_one': 'Show it in the ledger',
  'resume.unknown.show_other': 'Show them in the ledger',
  'resume.statements_one': 'statement {{from, number}}',
  'resume.statements_other': 'statements {{from, number}} to {{to, number}}',
  'resume.meaning.safe':
    'Safe, as far as the record tells: nothing runs twice and nothing is left out.',
  'resume.meaning.lost':
    'Nothing runs twice and nothing is left out, but the rest of the script may miss what is gone with the session.',
  'resume.meaning.and': '{{first}}, and {{second}}',
  'resume.meaning.sentence': '{{clauses}}.',
  'resume.meaning.again_one': '{{statements}} runs a second time',
  'resume.meaning.again_other': '{{statements}} run a second time',
  'resume.meaning.mayRunTwice': '{{statements}} may run twice',
  'resume.meaning.mayBeLeftOut': '{{statements}} may be left out',
  'resume.meaning.leftOut_one': '{{statements}} is left out',
  'resume.meaning.leftOut_other': '{{statements}} are left out',
  'resume.lost': 'Gone with the session: what {{statements}} left in it',
  'resume.lost.text':
    'Variables, temporary tables and the like are not made again. If the rest of the script needs them, start before them, or run the rest as a new task that makes them first.',
  'resume.repeated': 'Made again first: the settings of {{statements}}',
  'resume.notListed':
    'What {{statements}} would leave in the session is not listed here.',
  'resume.orMore': '{{statements}} or more',
  'resume.place': '#{{index, number}}, line {{line, number}}',
} as const;
