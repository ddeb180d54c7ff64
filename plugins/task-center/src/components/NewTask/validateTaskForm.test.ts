import { createConnection } from '../../__testUtils__/createTask';
import { createTexts } from '../../__testUtils__/createTexts';
import { EMPTY_TASK_FORM, TaskForm } from './TaskForm';
import { validateTaskForm } from './validateTaskForm';

const script = { bytes: 10, statements: 1 };
const valid: TaskForm = {
  ...EMPTY_TASK_FORM,
  connection: 'shop',
  name: 'Prices',
};

function errorsOf(
  change: Partial<TaskForm>,
  facts: Partial<Parameters<typeof validateTaskForm>[2]> = {},
) {
  return validateTaskForm(
    { ...valid, ...change },
    createConnection(),
    { ...script, ...facts },
    createTexts(),
  );
}

describe('validateTaskForm', () => {
  it('finds nothing wrong with what can be sent', () => {
    expect(errorsOf({})).toEqual({});
    expect(
      errorsOf({
        delimiter: '$$',
        resultLimit: '10,000,000',
        executionTimeout: '480',
        statementTimeout: '1.5',
      }),
    ).toEqual({});
  });

  it.each([
    ['connection', 'Choose the connection', { connection: '' }],
    ['name', 'Give the task a name.', { name: '  ' }],
    ['name', 'at most 200 characters', { name: 'x'.repeat(201) }],
    ['delimiter', 'what ends a statement', { delimiter: '' }],
    ['delimiter', 'no blanks', { delimiter: ' ;' }],
    ['delimiter', 'no backslash', { delimiter: '\\' }],
    ['resultLimit', '1 or more', { resultLimit: '0' }],
    ['resultLimit', 'whole number', { resultLimit: '1.5' }],
    ['resultLimit', 'whole number', { resultLimit: 'many' }],
    ['resultLimit', 'at most 10,000,000 rows', { resultLimit: '10000001' }],
    ['executionTimeout', 'at most 480 h', { executionTimeout: '481' }],
    ['executionTimeout', '1 or more', { executionTimeout: '-1' }],
    ['statementTimeout', '1 or more', { statementTimeout: '0' }],
    ['description', 'at most 10,000', { description: 'x'.repeat(10_001) }],
  ] as const)('refuses in %s: %s', (field, sentence, change) => {
    expect(errorsOf(change)).toEqual({
      [field]: expect.stringContaining(sentence),
    });
  });

  it('says what is wrong with a script', () => {
    expect(errorsOf({}, { bytes: 0 }).script).toMatch(/Write a script/);
    expect(errorsOf({}, { statements: 0 }).script).toMatch(/no statement/);
    expect(errorsOf({}, { bytes: 300_000_000 }).script).toBe(
      'The script has 300 MB; this connection takes at most 268 MB.',
    );
    expect(errorsOf({}, { problem: 'Line 3: no.' }).script).toBe('Line 3: no.');
    expect(errorsOf({}, { statements: undefined }).script).toBeUndefined();
  });

  it('refuses a connection on which the person cannot create tasks', () => {
    const connection = createConnection({ canCreateTask: false });
    expect(
      validateTaskForm(valid, connection, script, createTexts()).connection,
    ).toMatch(/cannot create tasks/);
  });
});
