/** A place of birth of the official geographical code (COG, INSEE). */
export interface CogPlace {
  /** `63113`, `2A004`, `99109`, `99999`. */
  readonly code: string;
  /** Official name; absent when the table knows only that the code may exist. */
  readonly name?: string;
  readonly kind: 'commune' | 'country' | 'unknown';
  /** `Puy-de-Dôme` */
  readonly department?: string;
  /** Days between which the code was in force, `YYYY-MM-DD`. */
  readonly from?: string;
  readonly to?: string;
}

export interface CogQuery {
  readonly text: string;
  readonly kind: 'commune' | 'country';
  /** Raw birth date: only the communes in force on that day. A merged commune is never replaced by its successor. */
  readonly atDate?: string;
  readonly limit: number;
  readonly signal: AbortSignal;
}

/**
 * Where places come from. The kit carries a small table (départements, some communes, countries): give the whole COG,
 * of your reference data or of your server, through this port.
 */
export interface CogPort {
  search(query: CogQuery): Promise<readonly CogPlace[]>;
  find(
    code: string,
    options: { readonly atDate?: string; readonly signal?: AbortSignal },
  ): Promise<CogPlace | undefined>;
}

/** COG of a place that nobody knows. */
export const UNKNOWN_PLACE: CogPlace = { code: '99999', kind: 'unknown' };

/** Text for comparison: no accent, no case, no hyphen nor apostrophe, `saint` in full. */
export function foldPlace(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .trim();
}

/** True when the place was in force on a day. A date that is no calendar date filters nothing. */
export function inForce(place: CogPlace, atDate: string | undefined): boolean {
  if (atDate === undefined || !/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(atDate)) return true;
  return (place.from === undefined || place.from <= atDate) && (place.to === undefined || atDate <= place.to);
}
