import { type Finding, finding, hasErrors } from '@socle-sante/core/finding';
import { type DateLunaire, formatDateLunaire, parseDateLunaire } from '@socle-sante/core/lunar-date';
import {
  COLLECTION_METHODS,
  type CollectionMethod,
  HIGH_TRUST_DOCUMENTS,
  type IdentityDocument,
  type IdentityState,
  ZFD7_DOCUMENTS,
} from '@socle-sante/core/rniv';
import { formatHl7Timestamp, parseIsoInstant } from '@socle-sante/core/time';
import type { Encoded, Received } from '@socle-sante/documents/identity';
import { viewIdentity } from '@socle-sante/documents/identity';
import { ER7_DELIMITERS, type Er7Delimiters, Er7Segment, escapeEr7, writeSegment } from './er7.js';

export interface EncodeZfdOptions {
  /** ZFD-2, weeks of gestation. */
  readonly weeksOfGestation?: number;
  /** ZFD-3. */
  readonly smsConsent?: boolean;
  /** ZFD-6 as a day (default) or as an instant in UTC. */
  readonly insiDateFormat?: 'date' | 'dateTime';
  /** The site's documents: their `zfd7` is the code of ZFD-7. */
  readonly documents?: readonly IdentityDocument[];
}

/** What a ZFD says, each part when present. */
export interface Zfd {
  /** ZFD-1: the civil date of birth when no calendar has it. */
  readonly lunarDate?: DateLunaire;
  readonly weeksOfGestation?: number;
  readonly smsConsent?: boolean;
  /** ZFD-4: the date of birth of PID-7 was completed. */
  readonly birthDateCorrected?: boolean;
  readonly collection?: CollectionMethod;
  /** ZFD-6, day of the call to INSi, `YYYY-MM-DD`. */
  readonly insiDate?: string;
  /** ZFD-7, table 9004. */
  readonly documentType?: string;
  /** ZFD-8, `YYYY-MM-DD`. */
  readonly documentExpiry?: string;
}

/**
 * Writes the segment ZFD (IHE PAM France 2.11): how the traits were collected, with which document, and the lunar date
 * of birth that PID-7 cannot hold. It never holds the INS.
 */
export function encodeZfd(state: IdentityState, options: EncodeZfdOptions = {}): Encoded<string> {
  const viewed = viewIdentity(state);
  if (!viewed.ok) return viewed;
  const { lunarDate } = viewed.view;
  const { document, insiCall, collection } = state;
  const weeks = options.weeksOfGestation;
  const findings: Finding[] = [];
  if (weeks !== undefined && !(Number.isInteger(weeks) && weeks > 0 && weeks < 50)) {
    findings.push(
      finding('ins.hl7v2.option', 'error', ['options', 'weeksOfGestation'], { option: 'weeksOfGestation' }),
    );
  }
  if (hasErrors(findings)) return { ok: false, findings };
  const completed = lunarDate !== undefined || (state.birthDateCompletion ?? 'complete') !== 'complete';
  const expiry = parseDateLunaire(document?.expiry ?? '');
  const value = writeSegment('ZFD', {
    1: lunarDate ? formatDateLunaire(lunarDate, 'datamatrix').replaceAll('-', '^') : '',
    2: weeks === undefined ? '' : String(weeks),
    3: options.smsConsent === undefined ? '' : options.smsConsent ? 'Y' : 'N',
    4: completed ? 'Y' : 'N',
    5: collection ?? '',
    6: insiCall ? insiDate(insiCall.at, options.insiDateFormat ?? 'date') : '',
    7: document ? escapeEr7(zfd7(document.type, options.documents ?? HIGH_TRUST_DOCUMENTS)) : '',
    8: expiry.ok ? formatDateLunaire(expiry.value, 'hl7') : '',
  });
  return { ok: true, value, carriesIns: false, findings };
}

function zfd7(type: string, documents: readonly IdentityDocument[]): string {
  const own = documents.find((document) => document.code === type)?.zfd7;
  return own ?? (ZFD7_DOCUMENTS.some(({ code }) => code === type) ? type : '');
}

function insiDate(at: string, format: 'date' | 'dateTime'): string {
  const instant = parseIsoInstant(at);
  if (instant.ok) return formatHl7Timestamp(instant.value, { precision: format === 'date' ? 'day' : 'second' });
  const day = parseDateLunaire(at.slice(0, 10));
  return day.ok ? formatDateLunaire(day.value, 'hl7') : '';
}

/** Reads a segment ZFD. What cannot be read is left out with a warning. Never throws. */
export function decodeZfd(segment: string, delimiters: Er7Delimiters = ER7_DELIMITERS): Received<Zfd> {
  const zfd = new Er7Segment(
    typeof segment === 'string' ? segment.slice(0, 4096).replace(/[\r\n]+$/, '') : '',
    delimiters,
  );
  if (zfd.name !== 'ZFD') return { ok: false, findings: [finding('ins.hl7v2.notZfd', 'error')] };
  const findings: Finding[] = [];
  const unreadable = (field: number): undefined => {
    findings.push(finding('ins.hl7v2.zfd', 'warning', [`ZFD-${field}`], { field }));
    return undefined;
  };
  const flag = (field: number): boolean | undefined => {
    const text = zfd.text(zfd.field(field));
    if (text === '') return undefined;
    return text === 'Y' ? true : text === 'N' ? false : unreadable(field);
  };
  const day = (field: number): string | undefined => {
    const text = zfd.text(zfd.field(field));
    if (text === '') return undefined;
    const date = parseDateLunaire(
      /^[0-9]{8}(?:[0-9]{2,6})?(?:[+-][0-9]{4})?$/.test(text) ? text.slice(0, 8) : '',
      'hl7',
    );
    return date.ok ? formatDateLunaire(date.value, 'iso') : unreadable(field);
  };
  const lunar = (zfd.repetitions(1)[0] ?? []).map((part) => zfd.text(part)).join('-');
  const lunarDate = lunar ? parseDateLunaire(lunar, 'datamatrix') : undefined;
  const weeks = zfd.text(zfd.field(2));
  const method = zfd.text(zfd.field(5));
  const collection = COLLECTION_METHODS.find(({ code }) => code === method)?.code;
  if (lunarDate && !lunarDate.ok) unreadable(1);
  if (weeks && !/^[0-9]{1,2}$/.test(weeks)) unreadable(2);
  if (method && !collection) unreadable(5);
  const value: Zfd = defined({
    lunarDate: lunarDate?.ok ? lunarDate.value : undefined,
    weeksOfGestation: /^[0-9]{1,2}$/.test(weeks) ? Number(weeks) : undefined,
    smsConsent: flag(3),
    birthDateCorrected: flag(4),
    collection,
    insiDate: day(6),
    documentType: zfd.text(zfd.field(7)) || undefined,
    documentExpiry: day(8),
  });
  return { ok: true, value, findings };
}

function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}
