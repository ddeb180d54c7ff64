import { createScript } from './createScript.mjs';

/** What scripts can be to the database; each is tried with every fault. */
const VARIANTS = {
  single: { script: { fails: true } },
  groups: { script: { transactions: true } },
  whole: { request: { transactionMode: 'script', errorHandling: 'abort' } },
};

/**
 * Hands scripts over, one of every variant for every connection.
 *
 * @param {TaskCenterClient} client
 * @param {object} options
 * @param {{ id: string, target: object }[]} options.connections
 * @param {string} options.name - tells these tasks from others
 * @param {number} options.statements - in each script
 * @param {() => number} options.random
 * @param {string[]} [options.variants] - all by default
 * @returns {Promise<{ id: string, target: object, script: object }[]>}
 */
export async function createTasks(client, options) {
  const { connections, name, statements, random } = options;
  const { variants = Object.keys(VARIANTS) } = options;
  const pairs = connections.flatMap(connection =>
    variants.map(variant => ({ connection, variant })),
  );
  return Promise.all(
    pairs.map(async ({ connection: { id: connection, target }, variant }) => {
      const script = createScript({
        tag: `${connection}-${variant}-${name}`,
        engine: target.engine,
        statements,
        random,
        ...VARIANTS[variant].script,
      });
      const { id } = await client.create({
        connection,
        name: script.tag,
        sql: script.sql,
        errorHandling: 'continue',
        ...VARIANTS[variant].request,
      });
      return { id, target, script };
    }),
  );
}
