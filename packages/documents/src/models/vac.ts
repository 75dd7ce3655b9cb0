import { type Finding, finding, under } from '@socle-sante/core/finding';
import { SYSTEMS } from '../cda/oids.js';
import type { DocumentAuthor } from '../submission/header.js';
import type { SubmissionDocument } from '../submission/types.js';
import type { Path } from '../submission/walk.js';
import type { ModelDefinition } from './definition.js';
import { withActs } from './needs.js';
import type {
  NotedVaccination,
  PlannedVaccination,
  VacContent,
  Vaccination,
  VacNoteContent,
} from './schema/vaccination.js';
import { plannedVaccinationsSection, vaccinationsSection } from './vaccinations.js';
import { coded } from './values.js';

/** IHE PCC, Immunization Content: both documents follow it. */
const IMMUNIZATION_CONTENT = { root: '1.3.6.1.4.1.19376.1.5.3.1.1.18.1.2' } as const;

const HISTORY = coded('11369-6', 'Historique des vaccinations', SYSTEMS.loinc);
const NOTE = coded('87273-9', 'Note de vaccination', SYSTEMS.loinc);

/** The history of vaccinations (VAC 2023.01). */
export const vac: ModelDefinition<VacContent> = {
  templateIds: [IMMUNIZATION_CONTENT, { root: '1.2.250.1.213.1.1.1.37', extension: '2023.01' }],
  type: HISTORY,
  act: HISTORY,
  pdfCopy: 'optional',
  check(_document, { vaccinations, planned = [] }) {
    const path = ['body', 'content'];
    const done = vaccinations === 'noInformation' ? [] : vaccinations;
    return [
      ...done.flatMap((one, index) => under([...path, 'vaccinations', index], checkVaccination(one))),
      ...planned.flatMap((one, index) => under([...path, 'planned', index], checkVaccination(one))),
    ];
  },
  sections: (narrator, { vaccinations, planned = [] }) => [
    vaccinationsSection(narrator, vaccinations, { title: 'Historique des vaccinations' }),
    ...(planned.length > 0 ? [plannedVaccinationsSection(narrator, planned)] : []),
  ],
};

/** The note of one vaccination (VAC-NOTE 2023.01). */
export const vacNote: ModelDefinition<VacNoteContent> = {
  templateIds: [IMMUNIZATION_CONTENT, { root: '1.2.250.1.213.1.1.1.46', extension: '2023.01' }],
  type: NOTE,
  pdfCopy: 'optional',
  complete: (document) =>
    withActs(document, (event, index) => (index === 0 && !event.code ? { ...event, code: NOTE } : event)),
  check(document, { vaccination }, need) {
    const path = ['body', 'content', 'vaccination'];
    const { vaccine, author } = vaccination;
    need(vaccine.code !== undefined, [...path, 'vaccine', 'code']);
    need(hasAtc(vaccination), [...path, 'vaccine', 'otherCodes']);
    need(vaccine.lot !== undefined, [...path, 'vaccine', 'lot']);
    need(authorOf(document, vaccination) !== undefined, [...path, 'author']);
    if (author) {
      need(author.professional.specialty !== undefined, [...path, 'author', 'professional', 'specialty']);
      need(author.professional.organization !== undefined, [...path, 'author', 'professional', 'organization']);
    }
    return under(path, checkVaccination(vaccination));
  },
  sections: (narrator, { vaccination }, { document }) => {
    const author = authorOf(document, vaccination);
    return [vaccinationsSection(narrator, [vaccination], { title: 'Note de vaccination', author })];
  },
};

/** Who vouches for the vaccination: the one that is named, else the first professional among the authors of the document. */
function authorOf(document: SubmissionDocument, { author, at }: NotedVaccination): DocumentAuthor | undefined {
  if (!author) {
    const first = document.authors.find(({ kind }) => kind === 'professional');
    return first && { ...first, time: first.time ?? document.createdAt };
  }
  const { specialty, organization, ...who } = author.professional;
  if (!specialty || !organization) return undefined;
  return { kind: 'professional', ...who, specialty, organization, time: author.at ?? at };
}

function hasAtc({ vaccine }: NotedVaccination): boolean {
  return (vaccine.otherCodes ?? []).some(({ codeSystem }) => codeSystem === SYSTEMS.atc);
}

/** JDV_ImmunizationRouteCodes_CISIS (1.2.250.1.213.1.1.5.676), EDQM. */
const ROUTES = {
  system: '0.4.0.127.0.16.1.1.2.1',
  codes: new Set(['20035000', '20030000', '20020000', '20053000', '20066000']),
};

/** JDV_ImmunizationApproachSiteCode_CISIS (1.2.250.1.213.1.1.5.621), SNOMED CT: forearms, deltoids, shoulders, thighs, buttocks. */
const SITES = {
  system: SYSTEMS.snomed,
  codes: new Set([
    ...['64262003', '66480008', '16217661000119109', '16217701000119102', '91774008', '91775009'],
    ...['11207009', '61396006', '723980000', '723979003'],
  ]),
};

function checkVaccination({ vaccine, route, site }: Vaccination | NotedVaccination | PlannedVaccination): Finding[] {
  const findings: Finding[] = [];
  const member = (value: typeof route, { system, codes }: typeof ROUTES, set: string, path: Path) => {
    if (!value || (value.codeSystem === system && codes.has(value.code))) return;
    findings.push(finding('documents.vaccination.set', 'error', path, { code: value.code, set }));
  };
  member(route, ROUTES, 'JDV_ImmunizationRouteCodes_CISIS', ['route']);
  member(site, SITES, 'JDV_ImmunizationApproachSiteCode_CISIS', ['site']);
  if (vaccine.code && vaccine.code.codeSystem !== SYSTEMS.cis) {
    findings.push(finding('documents.vaccination.system', 'error', ['vaccine', 'code']));
  }
  return findings;
}
