import { CompletionContext } from '@codemirror/autocomplete';
import {
  MySQL,
  PostgreSQL,
  sql,
  SQLDialect,
  SQLite,
} from '@codemirror/lang-sql';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { tags } from '@lezer/highlight';
import { EditorView, Extension } from '@uiw/react-codemirror';
import {
  DatabaseSchema,
  SqlDialect,
} from 'backstage-plugin-task-center-common';
import { toNamespace } from './toNamespace';

const DIALECTS: Record<SqlDialect, SQLDialect> = {
  mysql: MySQL,
  postgres: PostgreSQL,
  sqlite: SQLite,
};

// The colours are custom properties of the style sheet, so they follow the theme without the editor being told.
const highlighting = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.keyword, color: 'var(--sql-keyword)' },
    { tag: [tags.typeName, tags.bool, tags.null], color: 'var(--sql-type)' },
    { tag: tags.string, color: 'var(--sql-string)' },
    { tag: tags.number, color: 'var(--sql-number)' },
    { tag: tags.comment, color: 'var(--sql-comment)', fontStyle: 'italic' },
    { tag: tags.special(tags.string), color: 'var(--sql-name)' },
    { tag: tags.special(tags.name), color: 'var(--sql-name)' },
    { tag: tags.standard(tags.name), color: 'var(--sql-type)' },
  ]),
);

const look = EditorView.theme({
  '&': {
    color: 'var(--bui-fg-primary)',
    backgroundColor: 'transparent',
    fontSize: '13px',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--bui-font-monospace)',
    lineHeight: '1.55',
  },
  '.cm-content': { caretColor: 'var(--bui-fg-primary)', padding: '8px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--bui-fg-primary)' },
  '.cm-gutters': {
    // Long lines are scrolled below it.
    backgroundColor: 'var(--sql-ground)',
    color: 'var(--bui-fg-secondary)',
    border: 'none',
    paddingRight: '4px',
  },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '36px' },
  '.cm-statements .cm-gutterElement': {
    padding: '0 6px',
    textAlign: 'right',
  },
  '.cm-statements span': { cursor: 'pointer' },
  '.cm-statements span:hover': {
    color: 'var(--bui-fg-primary)',
    textDecoration: 'underline',
  },
  '.cm-wantedLine': {
    // Fainter than what is selected, for the contrast of comments.
    backgroundColor:
      'color-mix(in srgb, var(--sql-selection) 25%, transparent)',
    boxShadow: 'inset 3px 0 var(--bui-ring)',
  },
  '.cm-activeLine': { backgroundColor: 'var(--sql-active-line)' },
  '.cm-activeLineGutter': {
    background:
      'linear-gradient(var(--sql-active-line), var(--sql-active-line)) var(--sql-ground)',
  },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { backgroundColor: 'var(--sql-selection)' },
  '.cm-selectionMatch': { backgroundColor: 'var(--sql-match)' },
  '.cm-matchingBracket': {
    backgroundColor: 'var(--sql-match)',
    outline: 'none',
  },
  '.cm-placeholder': { color: 'var(--bui-fg-secondary)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--sql-popup)',
    color: 'var(--bui-fg-primary)',
    border: '1px solid var(--bui-border-2)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--bui-font-monospace)',
    maxHeight: '14em',
  },
  '.cm-completionDetail': {
    color: 'var(--bui-fg-secondary)',
    fontStyle: 'normal',
    marginLeft: '1.5em',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected] .cm-completionDetail': {
    color: 'inherit',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--bui-accent-bg)',
    color: 'var(--bui-accent-fg)',
  },
  '.cm-panels': {
    backgroundColor: 'var(--sql-popup)',
    color: 'var(--bui-fg-primary)',
  },
});

/**
 * Offers nothing, but keeps a request for completion open until the tables are there to answer it: CodeMirror asks the
 * sources of a new configuration only what is still being asked.
 */
function waitForSchema(context: CompletionContext): Promise<null> {
  return new Promise(resolve => {
    context.addEventListener('abort', () => resolve(null));
  });
}

/**
 * What makes CodeMirror an editor for SQL that looks like the portal.
 *
 * @param schema - the tables whose names and columns it offers, now or as soon as they are loaded
 * @internal
 */
export function sqlExtensions(
  dialect: SqlDialect = 'mysql',
  schema?: DatabaseSchema | 'loading',
): Extension[] {
  const support = sql({
    dialect: DIALECTS[dialect] ?? MySQL,
    upperCaseKeywords: true,
    schema: typeof schema === 'object' ? toNamespace(schema) : undefined,
  });
  return [
    support,
    schema === 'loading'
      ? support.language.data.of({ autocomplete: waitForSchema })
      : [],
    highlighting,
    look,
  ];
}
