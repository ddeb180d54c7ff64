import { DatabaseEngine } from 'backstage-plugin-task-center-node';

/**
 * The same engine under another id, whose sessions run one statement at a time.
 */
export function withoutBatches(
  engine: DatabaseEngine,
  id: string,
): DatabaseEngine {
  return {
    id,
    dialect: engine.dialect,
    describe: config => engine.describe(config),
    endOrphanedSession: (sessionId, options) =>
      engine.endOrphanedSession(sessionId, options),
    async openSession(options) {
      const session = await engine.openSession(options);
      return {
        id: session.id,
        description: session.description,
        get isOpen() {
          return session.isOpen;
        },
        execute: (sql, executeOptions) => session.execute(sql, executeOptions),
        cancel: cancelOptions => session.cancel(cancelOptions),
        close: () => session.close(),
      };
    },
  };
}
