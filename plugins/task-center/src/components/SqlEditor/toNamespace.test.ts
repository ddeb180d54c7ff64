import { CompletionContext } from '@codemirror/autocomplete';
import { PostgreSQL, schemaCompletionSource } from '@codemirror/lang-sql';
import { EditorState } from '@uiw/react-codemirror';
import { SchemaTable } from 'backstage-plugin-task-center-common';
import { toNamespace } from './toNamespace';

/** What the editor offers at the end of a text. */
async function offered(text: string, tables: SchemaTable[]): Promise<string[]> {
  const schema = toNamespace({ tables, truncated: false });
  const source = schemaCompletionSource({ dialect: PostgreSQL, schema });
  const state = EditorState.create({
    doc: text,
    extensions: [PostgreSQL.extension],
  });
  const found = await source(new CompletionContext(state, text.length, true));
  return (found?.options ?? []).map(({ label }) => label).sort();
}

function table(name: string, columns: string[], schema?: string): SchemaTable {
  const types = columns.map(column => ({ name: column, type: 'text' }));
  return { name, columns: types, ...(schema && { schema }) };
}

describe('toNamespace', () => {
  it('offers tables, schemas and columns', async () => {
    const tables = [
      table('orders', ['id', 'price']),
      table('log', ['line'], 'audit'),
    ];
    expect(await offered('SELECT ', tables)).toEqual(['audit', 'orders']);
    expect(await offered('SELECT orders.', tables)).toEqual(['id', 'price']);
    expect(await offered('SELECT audit.', tables)).toEqual(['log']);
    expect(await offered('SELECT audit.log.', tables)).toEqual(['line']);
  });

  it.each(['constructor', 'toString', 'self'])(
    'takes %s for a name like any other',
    async name => {
      const tables = [
        table(name, ['a']),
        table('orders', ['b'], `${name}_2`),
        table('items', ['c'], name),
      ];
      expect(await offered(`SELECT ${name}.`, tables)).toEqual(['a', 'items']);
      expect(await offered(`SELECT ${name}.items.`, tables)).toEqual(['c']);
      expect(await offered('SELECT ', tables)).toEqual(
        [name, `${name}_2`].sort(),
      );
    },
  );

  it('offers a table that is called __proto__ beside the others', async () => {
    const tables = [
      table('__proto__', ['a']),
      table('orders', ['b']),
      table('items', ['c'], '__proto__'),
    ];
    expect(await offered('SELECT ', tables)).toEqual(['__proto__', 'orders']);
    expect(await offered('SELECT orders.', tables)).toEqual(['b']);
  });

  it.each(['before', 'behind'])(
    'offers both of a table and the schema of its name that stands %s it',
    async order => {
      const tables = [table('shop', ['id']), table('orders', ['b'], 'shop')];
      const all = order === 'before' ? tables.reverse() : tables;
      expect(await offered('SELECT shop.', all)).toEqual(['id', 'orders']);
      expect(await offered('SELECT s.id FROM shop s WHERE s.', all)).toEqual([
        'id',
        'orders',
      ]);
    },
  );
});
