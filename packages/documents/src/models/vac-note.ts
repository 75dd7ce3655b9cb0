import { under } from '@socle-sante/core/finding';
import { SYSTEMS } from '../cda/oids.js';
import type { DocumentAuthor } from '../submission/header.js';
import type { SubmissionDocument } from '../submission/types.js';
import type { ModelDefinition } from './definition.js';
import { withActs } from './needs.js';
import type { NotedVaccination, VacNoteContent } from './schema/vaccination.js';
import { IMMUNIZATION_CONTENT } from './vac.js';
import { checkVaccination } from './vaccination-checks.js';
import { vaccinationsSection } from './vaccinations.js';
import { coded } from './values.js';

const NOTE = coded('87273-9', 'Note de vaccination', SYSTEMS.loinc);

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
