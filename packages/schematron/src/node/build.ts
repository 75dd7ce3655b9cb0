/** Written by the build: a hash of the sources. */
declare const SCHEMATRON_BUILD: string | undefined;

/** What tells a build of this package from others: what one compiled may not suit another. */
export function buildOf(): string {
  return typeof SCHEMATRON_BUILD === 'string' ? SCHEMATRON_BUILD : 'source';
}
