/**
 * The texts about copying and downloading results.
 *
 * @internal
 */
export const resultExport = {
  'resultExport.download': 'Download Results',
  'resultExport.download.options': 'Download with options',
  'resultExport.download.title': 'Download results',
  'resultExport.download.what': 'What',
  'resultExport.download.one':
    'Result set {{number}} as CSV ({{rows}}, {{size}})',
  'resultExport.download.all':
    'All {{resultSets}} as zip ({{size}} before compression)',
  'resultExport.format.presets': 'Presets',
  'resultExport.format.asStored': 'As stored',
  'resultExport.format.forExcel': 'For Excel',
  'resultExport.format.separator': 'Separator',
  'resultExport.format.comma': 'Comma ,',
  'resultExport.format.semicolon': 'Semicolon ;',
  'resultExport.format.tab': 'Tab',
  'resultExport.format.pipe': 'Pipe |',
  'resultExport.format.null': 'Text for NULL',
  'resultExport.format.null.empty': 'an empty field',
  'resultExport.format.bom':
    'Begin with a byte order mark, by which Excel knows UTF-8',
  'resultExport.format.formulas':
    "Put ' before texts that a spreadsheet would run as a formula",
  'resultExport.bundle': 'Bundle…',
  'resultExport.bundle.title': 'Bundle result sets of {{name}}',
  'resultExport.bundle.all': 'All {{number, number}} result sets',
  'resultExport.bundle.none': 'Tick the result sets that are to be in the zip.',
  'resultExport.bundle.size': '{{rows}}, {{size}} as CSV.',
  'resultExport.bundle.progress': '{{read, number}} of {{rows}} read…',
  'resultExport.bundle.tooLarge':
    'These are {{size}}: more than the browser bundles by itself, so the service makes the zip.',
  'resultExport.bundle.download': 'Download as zip',
  'resultExport.bundle.save': 'Save as zip',
  'resultExport.bundle.notWhole':
    'Result set {{index, number}} ended after {{read, number}} of {{total, number}} rows, so the bundle would not be whole.',
  'resultExport.copy': 'Copy as',
  'resultExport.copy.tsv': 'Cells (TSV)',
  'resultExport.copy.csv': 'CSV',
  'resultExport.copy.json': 'JSON',
  'resultExport.copy.markdown': 'Markdown table',
  'resultExport.copy.inserts': 'INSERT statements',
  'resultExport.copy.inserts.ask': 'INSERT statements…',
  'resultExport.copy.withNames': 'With column names',
  'resultExport.copy.withNames.on': 'With column names: on',
  'resultExport.copy.withNames.off': 'With column names: off',
  'resultExport.copy.going': 'Copying…',
  'resultExport.copy.progress':
    'Copying… {{read, number}} of {{total, number}} rows',
  'resultExport.copy.done_one': 'The cell is copied.',
  'resultExport.copy.done_other': '{{count, number}} cells copied.',
  'resultExport.copy.doneAs_one': 'The cell is copied as {{format}}.',
  'resultExport.copy.doneAs_other':
    '{{count, number}} cells copied as {{format}}.',
  'resultExport.copy.tooMany':
    'These are {{number, number}} cells; at most {{max, number}} can be copied at once. Use Download Results for more.',
  'resultExport.copy.tooLarge':
    'These cells hold more than {{max}}, which is too much to copy at once. Use Download Results.',
  'resultExport.copy.rowsGone': 'Some of the rows are not there any more.',
  'resultExport.inserts.title': 'Copy as INSERT statements',
  'resultExport.inserts.table': 'Table',
  'resultExport.inserts.table.hint':
    'With its schema or database where need be',
  'resultExport.inserts.about': 'Written for {{engine}}: {{sql}}',
} as const;
