const NAMES: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  Escape: 'Esc',
  Control: 'Ctrl',
  Mod: 'Ctrl',
};

const MAC_NAMES: Record<string, string> = {
  ...NAMES,
  Control: '⌃',
  Mod: '⌘',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '⏎',
};

/**
 * A key as it is written on it.
 *
 * @param key - as in `Shortcut.keys`
 * @internal
 */
export function keyName(key: string, isMac: boolean = isOnMac()): string {
  return (isMac ? MAC_NAMES : NAMES)[key] ?? key;
}

function isOnMac(): boolean {
  return /^(Mac|iP)/.test(navigator.platform);
}
