import {
  createStatementSplitter,
  SplitStatement,
  SqlDialect,
} from 'backstage-plugin-task-center-common';

/**
 * The statements of a script, in groups as its bytes come in.
 *
 * @throws ScriptError when the script contains something that only a command-line client could do
 * @internal
 */
export async function* readStatements(
  script: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: { dialect: SqlDialect; delimiter: string },
): AsyncGenerator<SplitStatement[]> {
  const splitter = createStatementSplitter(options);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const chunk of script) {
    const statements = splitter.push(decoder.decode(chunk, { stream: true }));
    if (statements.length) {
      yield statements;
    }
  }
  const rest = [...splitter.push(decoder.decode()), ...splitter.end()];
  if (rest.length) {
    yield rest;
  }
}
