import { readTimestamp } from '../timestamps.js';
import { allText, attr } from '../xml.js';
import { type Beyond, CORE, DMP, end, forDmp, trails } from './context.js';

/** Identity, language, versions and dates of the document. */
export function checkDocument(beyond: Beyond): void {
  checkIdentity(beyond);
  checkVersions(beyond);
  checkTimes(beyond);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function checkIdentity({ document, report, profile }: Beyond): void {
  for (const trail of trails(document, 'id')) {
    const root = attr(end(trail), 'root') ?? '';
    if (profile !== 'dmp') continue;
    if (attr(end(trail), 'extension') !== undefined) report.at(trail, 'cda.document.idExtension', 'error', {}, DMP);
    if (UUID.test(root)) report.at(trail, 'cda.document.idUuid', 'error', {}, DMP);
    else if (root.length > 64) report.at(trail, 'cda.document.idLong', 'error', { length: root.length }, DMP);
  }
  for (const trail of trails(document, 'title')) {
    const length = allText(end(trail)).trim().length;
    if (profile === 'dmp' && length > 128) report.at(trail, 'cda.document.titleLong', 'error', { length }, DMP);
  }
  for (const trail of trails(document, 'languageCode')) {
    const code = attr(end(trail), 'code') ?? '';
    if (/[a-z]{2}-[A-Z]{2}/.test(code) && !/^[a-z]{2}-[A-Z]{2}$/.test(code)) {
      report.at(trail, 'cda.document.language', 'error', {}, CORE);
    }
  }
}

function checkVersions({ document, report, profile, previous }: Beyond): void {
  for (const trail of trails(document, 'versionNumber')) {
    const value = attr(end(trail), 'value') ?? '';
    const number = Number(value);
    // What the official pattern takes, the empty text among it, and no version is.
    if (/^-?\d*$/.test(value) && !/^[1-9]\d*$/.test(value)) report.at(trail, 'cda.document.version', 'error', {}, CORE);
    else if (previous?.versionNumber !== undefined && number <= previous.versionNumber) {
      report.at(trail, 'cda.document.versionOrder', 'warning', { previous: previous.versionNumber }, CORE);
    }
  }
  for (const trail of trails(document, 'setId')) {
    const setId = attr(end(trail), 'root');
    if (previous?.setId !== undefined && setId !== previous.setId)
      report.at(trail, 'cda.document.setId', 'warning', {}, CORE);
  }
  for (const trail of trails(document, 'relatedDocument')) {
    const typeCode = attr(end(trail), 'typeCode') ?? '';
    if (typeCode !== 'RPLC') report.at(trail, 'cda.document.relation', forDmp(profile), { typeCode }, CORE);
  }
}

function checkTimes({ document, report, profile }: Beyond): void {
  const [created] = trails(document, 'effectiveTime');
  const made = created === undefined ? '' : (attr(end(created), 'value') ?? '');
  if (created !== undefined && profile === 'dmp' && readTimestamp(made).valid && !isPrecise(made)) {
    report.at(created, 'cda.time.precision', 'error', {}, DMP);
  }
  for (const trail of trails(document, 'documentationOf', 'serviceEvent', 'effectiveTime')) {
    const bound = (name: string): string | undefined => {
      const [found] = trails(end(trail), name);
      return found === undefined ? undefined : attr(end(found), 'value');
    };
    const [low, high] = [bound('low'), bound('high')];
    for (const [name, value] of [
      ['low', low],
      ['high', high],
    ] as const) {
      if (value !== undefined && readTimestamp(value).valid && !isPrecise(value)) {
        report.at(trail, 'cda.time.offset', 'warning', { part: name }, CORE);
      }
    }
    const [from, to] = [low, high].map((value) => (value === undefined ? undefined : readTimestamp(value).instant));
    if (from !== undefined && to !== undefined && from > to) report.at(trail, 'cda.time.order', 'error', {}, CORE);
  }
}

/** A date, a time and an offset: without them the instant in UTC, which the metadata hold, cannot be computed. */
function isPrecise(value: string): boolean {
  const { hasTime, hasOffset } = readTimestamp(value);
  return hasTime && hasOffset;
}
