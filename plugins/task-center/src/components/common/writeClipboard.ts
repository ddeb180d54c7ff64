// A text that is ready within this needs no more than the press of the key itself.
const SOON_MS = 50;

/**
 * Puts a text on the clipboard that may take a while to come. Where the browser can, it is promised to the clipboard at
 * once, because it takes a text only for a few seconds after a key was pressed.
 *
 * @internal
 */
export async function writeClipboard(
  makeText: () => Promise<string>,
): Promise<void> {
  const making = makeText();
  const soon = await Promise.race([
    making,
    new Promise<undefined>(resolve => setTimeout(resolve, SOON_MS)),
  ]);
  if (soon !== undefined || typeof ClipboardItem === 'undefined') {
    await navigator.clipboard.writeText(await making);
    return;
  }
  const blob = making.then(text => new Blob([text], { type: 'text/plain' }));
  // What keeps the text from coming is to be told, not what the clipboard makes of it.
  await Promise.all([
    making,
    navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]),
  ]);
}
