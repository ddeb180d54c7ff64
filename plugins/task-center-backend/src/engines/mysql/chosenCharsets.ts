import { ResultSetHeader } from 'mysql2';

/**
 * The character sets of a session, by the names of its variables: in which it takes statements and sends text.
 *
 * @internal
 */
export type SessionCharsets = {
  [name in 'character_set_client' | 'character_set_results']?: string;
};

/**
 * The character sets that a statement has chosen, undefined when the server says nothing of any.
 *
 * @param header - its answer
 * @internal
 */
export function chosenCharsets(
  header: ResultSetHeader,
): SessionCharsets | undefined {
  const { stateChanges } = header as {
    stateChanges?: { systemVariables?: SessionCharsets };
  };
  if (!stateChanges?.systemVariables) {
    return undefined;
  }
  const { character_set_client, character_set_results } =
    stateChanges.systemVariables;
  return {
    ...(character_set_client !== undefined && { character_set_client }),
    ...(character_set_results !== undefined && { character_set_results }),
  };
}
