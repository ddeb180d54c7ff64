import { TraitsOfDialect } from '../DialectTraits';

const PRAGMA = /^PRAGMA\s+(?:[^\s.=(]+\s*\.\s*)?(\w+)\s*([=(])?/i;

/** They ask, do something or write into the file; what stands behind them is no setting of the session. */
const NO_SETTING =
  /^(?:\w*_(?:info|list|xinfo|check)|application_id|data_version|incremental_vacuum|optimize|page_count|quick_check|schema_version|shrink_memory|user_version|wal_checkpoint)$/i;
/** Refused within a transaction, or passed over there without a word. */
const NOT_WITHIN_TRANSACTION = /^(?:foreign_keys|journal_mode|synchronous)$/i;

/**
 * Describes a PRAGMA of SQLite; undefined where its name cannot be told.
 *
 * @internal
 */
export function pragmaIn(code: string): TraitsOfDialect | undefined {
  const [, name = '', sign] = PRAGMA.exec(code) ?? [];
  if (name === '') {
    return undefined;
  }
  const isSetting = sign !== undefined && !NO_SETTING.test(name);
  const refused =
    /^wal_checkpoint$/i.test(name) ||
    (isSetting && NOT_WITHIN_TRANSACTION.test(name));
  return {
    ...(refused && { endsTransaction: `PRAGMA ${name.toLowerCase()}` }),
    trace: isSetting ? 'setting' : 'none',
    readsSession: sign === undefined && !NO_SETTING.test(name),
  };
}
