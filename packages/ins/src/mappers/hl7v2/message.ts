import { finding } from '@socle-sante/core/finding';
import type { Received, ReceiveOptions } from '@socle-sante/documents/identity';
import { readDelimiters, splitSegments } from './er7.js';
import { decodePid, type ReceivedPid } from './pid-decode.js';
import { decodeZfd, type Zfd } from './zfd.js';

/** The identity of a whole message. */
export interface ReceivedHl7v2Patient extends ReceivedPid {
  readonly zfd?: Zfd;
}

/**
 * Reads the patient of an HL7 v2 message (ADT, MDM, ORU…): delimiters from MSH, the first PID, and ZFD when present. A
 * lunar date of birth in ZFD-1 takes the place of the completed one of PID-7. Segments may end with CR, LF or both.
 * Never throws.
 */
export function decodePatientMessage(message: string, options: ReceiveOptions = {}): Received<ReceivedHl7v2Patient> {
  const segments = typeof message === 'string' ? splitSegments(message) : [];
  const delimiters = readDelimiters(segments.find((segment) => segment.startsWith('MSH')) ?? '');
  const segment = segments.find((text) => text.startsWith(`PID${delimiters.field}`));
  if (segment === undefined) return { ok: false, findings: [finding('ins.hl7v2.notPid', 'error')] };
  const pid = decodePid(segment, { ...options, delimiters });
  if (!pid.value) return pid;
  const zfdSegment = segments.find((text) => text.startsWith(`ZFD${delimiters.field}`));
  const zfd = zfdSegment === undefined ? undefined : decodeZfd(zfdSegment, delimiters);
  const lunar = zfd?.value?.lunarDate;
  const value: ReceivedHl7v2Patient = {
    ...pid.value,
    ...(lunar ? { traits: { ...pid.value.traits, dateNaissance: lunar.raw } } : {}),
    ...(zfd?.value ? { zfd: zfd.value } : {}),
  };
  return { ok: pid.ok, value, findings: [...pid.findings, ...(zfd?.findings ?? [])] };
}
