/**
 * Hands a text, or the bytes of one, to the browser as a file to save. Characters that a file name cannot have become `_`.
 *
 * @internal
 */
export function saveTextFile(name: string, text: string | Blob): void {
  const url = URL.createObjectURL(
    new Blob([text], { type: 'application/sql' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name.replace(/[\\/:*?"<>|\s]+/g, '_');
  link.click();
  URL.revokeObjectURL(url);
}
