/**
 * A piece of the script that ends its own statements: what was written in the editor, or a file.
 *
 * @internal
 */
export interface ScriptPart {
  /** The editor's text alone may have none. */
  name?: string;
  content: string | Blob;
}
