import { Knex } from 'knex';

/**
 * Does something in a transaction that must not wait for a database which neither answers nor breaks. Whoever gives up
 * may begin anew: what was given up sends nothing more, least of all its commit.
 *
 * @param ms - how long it may take
 * @param action - calls `check` before each thing that it does, which throws when it was given up
 * @throws Error when it takes longer, beside what the action throws
 * @internal
 */
export async function inTimelyTransaction(
  knex: Knex,
  ms: number,
  action: (transaction: Knex.Transaction, check: () => void) => Promise<void>,
): Promise<void> {
  const late = new Error(
    `The database did not answer within ${ms / 1_000} seconds`,
  );
  let isLate = false;
  const check = () => {
    if (isLate) {
      throw late;
    }
  };
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      isLate = true;
      reject(late);
    }, ms);
  });
  const work = knex.transaction(async transaction => {
    check();
    await action(transaction, check);
    check();
  });
  work.catch(() => {});
  try {
    await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
