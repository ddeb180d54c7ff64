/**
 * The view that is built was removed, or another backend builds it now.
 *
 * @internal
 */
export class ViewLostError extends Error {
  constructor() {
    super('The view is gone, or another backend builds it');
  }
}
