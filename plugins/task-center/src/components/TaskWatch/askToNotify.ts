/**
 * Whether the browser shows notifications of this portal.
 *
 * @internal
 */
export function mayNotify(): boolean {
  return 'Notification' in window && Notification.permission === 'granted';
}

/**
 * Asks the person whether the browser may show notifications, unless they have decided that already. Browsers let that be
 * asked only when something was pressed.
 *
 * @returns whether it may
 * @internal
 */
export async function askToNotify(): Promise<boolean> {
  if (!('Notification' in window)) {
    return false;
  }
  if (Notification.permission === 'default') {
    await Notification.requestPermission();
  }
  return mayNotify();
}
