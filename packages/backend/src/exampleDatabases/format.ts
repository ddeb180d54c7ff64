/** When the shop opened, in milliseconds since 1970. */
export const START = Date.UTC(2023, 0, 1);

/** `1234` as `12.34`. */
export function formatCents(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

/** A day as SQL writes it, in UTC. */
export function formatDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** A moment as SQL writes it, in UTC with milliseconds. */
export function formatMoment(time: number): string {
  return new Date(time).toISOString().slice(0, 23).replace('T', ' ');
}
