import { DatabaseError } from 'backstage-plugin-task-center-node';
import { withConsequences } from './withConsequences';

describe('withConsequences', () => {
  const deadlockOf = (sql: string) =>
    withConsequences(new DatabaseError('Deadlock', { code: '1213' }), {
      sql,
      inTransaction: true,
      rollbackOnTimeout: false,
      hasDelivered: false,
    });

  it.each([
    ['UPDATE a SET n = 1'],
    ['(SELECT n FROM a FOR UPDATE)'],
    ['-- all of them\n( /* or */ ( select n from a))'],
    ['SET @a = noting(1)'],
    ['SET @statement = noting(1)'],
    ['SET SESSION sort_buffer_size = noting(1)'],
  ])('offers to repeat %s', sql => {
    expect(deadlockOf(sql)).toMatchObject({
      transient: true,
      transactionLost: true,
    });
  });

  it.each([
    ['CALL noting_twice()'],
    ['SET STATEMENT max_statement_time = 1 FOR CALL noting_twice()'],
    ['set -- this\n /* one */ statement max_statement_time = 1 for call p()'],
    ['SET /*! STATEMENT max_statement_time = 1 FOR */ CALL noting_twice()'],
    ['BEGIN NOT ATOMIC CALL noting_twice(); END'],
    ["EXECUTE IMMEDIATE 'CALL noting_twice()'"],
    ['/*! CALL noting_twice() */'],
  ])('does not offer to repeat %s, which may have committed', sql => {
    expect(deadlockOf(sql)).toMatchObject({
      transient: false,
      transactionLost: true,
    });
  });
});
