import { type Finding, finding } from '@socle-sante/core/finding';
import { classOf } from '@socle-sante/nomenclatures/ass-x04';
import { checkModel, checkModelPatient } from '../models/models.js';
import { checkAuthors } from './check-authors.js';
import { checkTelemedicineActs } from './check-telemedicine.js';
import { checkValues } from './check-values.js';
import { checkVersions } from './check-versions.js';
import { checkVisibility } from './check-visibility.js';
import type { SubmissionProfile } from './profile.js';
import type { Submission, SubmissionDocument } from './types.js';

/** Longest title of the metadata (XDS `title`). */
const MAX_TITLE = 128;

const LANGUAGE = /^[a-z]{2}-[A-Z]{2}$/;

const TELEMEDICINE = '85208-7';

/** Everything that is wrong with one document. Paths are relative to it. Never throws. */
export function checkDocument(
  document: SubmissionDocument,
  submission: Submission,
  { profile }: { readonly profile: SubmissionProfile },
): Finding[] {
  // The rules of codes know fields by their place in the whole submission.
  const values = checkValues(document, ['documents'], profile).map((f) => ({ ...f, path: f.path.slice(1) }));
  return [
    ...values,
    ...checkTitle(document, profile),
    ...checkVersions(document, profile),
    ...checkAuthors(document, submission),
    ...checkActs(document, profile),
    ...checkModel(document),
    ...checkModelPatient(document, submission.patient),
    ...checkVisibility(document, submission, profile),
    ...(profile === 'dmp' && classOf(document.type.code) === undefined
      ? [finding('documents.type.class', 'error', ['type'], { code: document.type.code })]
      : []),
  ];
}

function checkTitle({ title, language, createdAt }: SubmissionDocument, profile: SubmissionProfile): Finding[] {
  const findings: Finding[] = [];
  if (title.trim() === '') findings.push(finding('documents.title.empty', 'error', ['title']));
  if (title.length > MAX_TITLE) {
    const severity = profile === 'dmp' ? 'error' : 'warning';
    findings.push(finding('documents.title.length', severity, ['title'], { length: title.length, max: MAX_TITLE }));
  }
  if (language !== undefined && !LANGUAGE.test(language))
    findings.push(finding('documents.language', 'error', ['language']));
  if (createdAt.length === 10) findings.push(finding('documents.createdAt.day', 'error', ['createdAt']));
  return findings;
}

function checkActs({ acts, type }: SubmissionDocument, profile: SubmissionProfile): Finding[] {
  const [first] = acts;
  if (!first) return [finding('documents.act.none', 'error', ['acts'])];
  const findings: Finding[] = [];
  if (!first.performer) findings.push(finding('documents.act.performer', 'error', ['acts', 0, 'performer']));
  if (first.start === undefined) findings.push(finding('documents.act.start', 'error', ['acts', 0, 'start']));
  if (profile === 'dmp') {
    for (const end of ['start', 'stop'] as const) {
      // A day alone has no UTC time: the metadata would have to guess one.
      if (first[end]?.length === 10)
        findings.push(finding('documents.act.day', 'warning', ['acts', 0, end], { field: end }));
    }
  }
  if (type.code === TELEMEDICINE) findings.push(...checkTelemedicineActs(acts));
  return findings;
}
