const PAGE = 1_000;

/** @returns {Promise<object[]>} every statement of a task's ledger, in order */
export async function readLedger(client, id) {
  const statements = [];
  for (;;) {
    const page = await client.send(
      'GET',
      `/tasks/${id}/statements?limit=${PAGE}&offset=${statements.length}`,
    );
    statements.push(...page.items);
    if (page.items.length < PAGE) return statements;
  }
}
