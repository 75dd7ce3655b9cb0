import type { Coded } from '@socle-sante/core/coded';
import { type Finding, finding } from '@socle-sante/core/finding';
import { isOid } from '@socle-sante/core/oid';
import { SYSTEMS } from '../cda/oids.js';
import type { ServiceEvent, Translation } from '../submission/header.js';
import type { SubmissionDocument } from '../submission/types.js';
import type { Path } from '../submission/walk.js';
import type { Need } from './definition.js';
import { MODALITIES, REGIONS, SITES } from './imaging-lists.js';
import { MODALITY } from './img-cr-acts.js';
import { loinc } from './narrative.js';
import type { ImagingAct, ImgCrContent } from './schema/img-cr.js';
import { coded } from './values.js';

const REGION = loinc('39111-0', 'localisation anatomique');

/** A Study Instance UID has at most 64 characters (DICOM PS3.5, 9.1). */
const MAX_UID = 64;

/**
 * The acts of the header, made from those of the content: the performer and, unless an act has its own, the dates are those
 * of the first act that was given; those that say something else (a screening) stay after them. Given back unchanged what was
 * completed before.
 */
export function completeImaging(document: SubmissionDocument): SubmissionDocument {
  const { acts, body } = document;
  const [first] = acts;
  if (body.kind !== 'structured' || body.model !== 'img-cr' || !first) return document;
  const made = body.content.acts.map((act) => eventOf(act, first));
  // A first act that says something else than the examinations is not lost.
  const others = acts.filter((other, at) => (at > 0 || other.code) && !made.some((event) => sameAct(event, other)));
  return {
    ...document,
    typeTranslations: document.typeTranslations ?? codesOf(body.content.acts),
    acts: [...made, ...others],
  };
}

function eventOf(act: ImagingAct, { performer, start, stop, status }: ServiceEvent): ServiceEvent {
  const { studyUid, code, ccam, modalities, regions = [] } = act;
  const translations: Translation[] = [
    ...(ccam ? [coded(ccam.code, ccam.label, SYSTEMS.ccam, 'CCAM')] : []),
    ...modalities.map((key) => ({ ...MODALITIES[key], qualifier: MODALITY })),
    ...regions.map((key) => ({ ...REGIONS[key], qualifier: REGION })),
  ];
  const [from, to] = act.start === undefined ? [start, stop] : [act.start, act.end];
  return {
    ids: [{ root: studyUid }],
    code,
    translations,
    ...(from === undefined ? {} : { start: from }),
    ...(to === undefined ? {} : { stop: to }),
    ...(status ? { status } : {}),
    ...(performer ? { performer } : {}),
  };
}

function sameAct(one: ServiceEvent, other: ServiceEvent): boolean {
  const [id, otherId] = [one.ids?.[0]?.root, other.ids?.[0]?.root];
  return one.code?.code === other.code?.code && (otherId === undefined || id === otherId);
}

function codesOf(acts: readonly ImagingAct[]): Coded[] {
  const found = new Map(acts.map(({ code }) => [code.code, code]));
  return [...found.values()];
}

/** What the report of imaging asks of its header and of its content. */
export function checkImaging(document: SubmissionDocument, content: ImgCrContent, need: Need): Finding[] {
  const findings: Finding[] = [];
  for (const [index, { accessionNumber }] of (document.orders ?? []).entries()) {
    need(accessionNumber !== undefined, ['orders', index, 'accessionNumber']);
  }
  const at = ['body', 'content'];
  for (const [index, act] of content.acts.entries()) findings.push(...checkAct(act, [...at, 'acts', index]));
  for (const [index, { site }] of (content.findings?.measures ?? []).entries()) {
    if (site) findings.push(...checkSite(site.code, [...at, 'findings', 'measures', index, 'site']));
  }
  return findings;
}

function checkAct({ code, studyUid, site, radiation, images }: ImagingAct, path: Path): Finding[] {
  const findings = checkSite(site.code, [...path, 'site']);
  if (code.codeSystem !== SYSTEMS.loinc) {
    const params = { field: 'code', set: 'JDV_CodesDocumentImagerie', code: code.code };
    findings.push(finding('documents.code.system', 'error', [...path, 'code'], params));
  }
  const sopClass = images?.sopClass.uid;
  const uids = { studyUid, seriesUid: images?.seriesUid, objectUid: images?.objectUid, sopClass };
  for (const [field, uid] of Object.entries(uids)) {
    if (uid === undefined || (isOid(uid) && uid.length <= MAX_UID)) continue;
    const place = field === 'studyUid' ? [...path, field] : [...path, 'images', field];
    findings.push(finding('documents.model.uid', 'error', place, { max: MAX_UID }));
  }
  if (images?.url !== undefined && !/^https?:\/\/[\x21-\x7e]+$/.test(images.url)) {
    findings.push(finding('documents.model.url', 'error', [...path, 'images', 'url']));
  }
  if (radiation) {
    for (const [index, measure] of radiation.measures.entries()) {
      findings.push(...checkSite(measure.site.code, [...path, 'radiation', 'measures', index, 'site']));
    }
  }
  return findings;
}

function checkSite(code: string, path: Path): Finding[] {
  const params = { field: 'site', set: 'JDV_LocalisationAnatomique', code };
  return SITES.has(code) ? [] : [finding('documents.code.set', 'error', [...path, 'code'], params)];
}
