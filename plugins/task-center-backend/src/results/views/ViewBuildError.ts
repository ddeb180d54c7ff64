/**
 * Why a view cannot be made, in a sentence for people.
 *
 * @internal
 */
export class ViewBuildError extends Error {}
