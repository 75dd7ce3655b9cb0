import type { Coded } from '@socle-sante/core/coded';
import { type Finding, finding } from '@socle-sante/core/finding';
import type { RandomBytes } from '@socle-sante/core/uuid';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { h } from '../cda/tree.js';
import type { ServiceEvent } from '../submission/header.js';
import type { StructuredBody, StructuredModel } from '../submission/structured.js';
import type { SubmissionDocument } from '../submission/types.js';
import { checkContent } from './check-content.js';
import { crBioSections } from './cr-bio.js';
import { cseMdeSections, VITAL_SIGNS } from './cse-mde.js';
import { ldlSesSections } from './ldl-ses.js';
import { Narrator } from './narrative.js';
import { pdfCopySection } from './pdf-copy.js';
import { vsmSections } from './vsm.js';

export interface ModelDescription {
  /** Templates of the document after the two that every document has. */
  readonly templateIds: readonly { readonly root: string; readonly extension?: string }[];
  /** Type of the document. */
  readonly type: Coded;
  /** Title that the model fixes. */
  readonly title?: string;
  /** Code of the first act, when the model fixes it. */
  readonly act?: Coded;
  readonly pdfCopy: 'mandatory' | 'optional';
  /** Template of the performer of the first act. */
  readonly performerTemplate?: string;
}

const LOINC_NAMED = { codeSystem: SYSTEMS.loinc, codeSystemName: 'LOINC' } as const;

/** What the header of each model must say (CI-SIS, volets VSM 2023.01, CR-BIO 2024.01, LDL-SES 2022.01, CSE-MDE 2023.01). */
export const MODELS: Readonly<Record<StructuredModel, ModelDescription>> = {
  vsm: {
    templateIds: [{ root: '1.2.250.1.213.1.1.1.13', extension: '2023.01' }],
    type: { code: 'SYNTH', displayName: 'Synthèse', codeSystem: '1.2.250.1.213.1.1.4.12' },
    act: { code: '34117-2', displayName: 'Historique et clinique', ...LOINC_NAMED },
    pdfCopy: 'optional',
  },
  'cr-bio': {
    templateIds: [{ root: '1.3.6.1.4.1.19376.1.3.3' }, { root: '1.2.250.1.213.1.1.1.55', extension: '2024.01' }],
    type: { code: '11502-2', displayName: "CR d'examens biologiques", codeSystem: SYSTEMS.loinc },
    title: "Compte rendu d'examens biologiques",
    pdfCopy: 'mandatory',
    performerTemplate: '1.3.6.1.4.1.19376.1.3.3.1.7',
  },
  'ldl-ses': {
    templateIds: [{ root: '1.2.250.1.213.1.1.1.29', extension: '2022.01' }],
    type: {
      code: '11490-0',
      displayName: "Lettre de liaison à la sortie d'un établissement de soins",
      codeSystem: SYSTEMS.loinc,
    },
    pdfCopy: 'optional',
  },
  'cse-mde': {
    templateIds: [
      { root: '1.3.6.1.4.1.19376.1.5.3.1.1.1' },
      { root: '1.2.250.1.213.1.1.1.5' },
      { root: '1.2.250.1.213.1.1.1.5.4', extension: '2023.01' },
    ],
    type: { code: '29274-8', displayName: 'Mesures de signes vitaux', codeSystem: SYSTEMS.loinc },
    pdfCopy: 'optional',
  },
};

/**
 * The document with what its model fixes: the title, the code of the act, the templates of participants. Metadata are derived
 * from the document so completed. A document without a model is given back as it is.
 */
export function completeDocument(document: SubmissionDocument): SubmissionDocument {
  if (document.body.kind !== 'structured') return document;
  const { title, act, performerTemplate } = MODELS[document.body.model];
  const biology = document.body.model === 'cr-bio';
  const acts = document.acts.map((event, index): ServiceEvent => {
    const { performer } = event;
    return {
      ...event,
      ...(act && index === 0 && !event.code ? { code: act } : {}),
      ...(biology && event.status === undefined ? { status: 'completed' as const } : {}),
      ...(performer && performerTemplate ? { performer: { templateId: performerTemplate, ...performer } } : {}),
    };
  });
  const participants = document.participants?.map((one) =>
    biology && one.type === 'REF' ? { templateId: '1.3.6.1.4.1.19376.1.3.3.1.6', ...one } : one,
  );
  const authenticators = document.authenticators?.map((one) =>
    biology ? { templateId: '1.3.6.1.4.1.19376.1.3.3.1.5', ...one } : one,
  );
  return {
    ...document,
    ...(title ? { title } : {}),
    acts,
    ...(participants ? { participants } : {}),
    ...(authenticators ? { authenticators } : {}),
  };
}

/** What a model asks of the header and of its content, besides the rules of every document. Paths are relative to the document. */
export function checkModel(document: SubmissionDocument): Finding[] {
  const { body, type, acts } = document;
  if (body.kind !== 'structured') return [];
  const model = MODELS[body.model];
  const findings: Finding[] = checkContent(body);
  const params = { model: body.model };
  if (type.code !== model.type.code || type.codeSystem !== model.type.codeSystem) {
    findings.push(finding('documents.model.type', 'error', ['type'], { ...params, code: model.type.code }));
  } else if (body.model === 'cr-bio' && type.displayName !== model.type.displayName) {
    // The official rules compare the label to the letter here.
    const label = model.type.displayName;
    findings.push(finding('documents.model.label', 'error', ['type', 'displayName'], { ...params, label }));
  }
  if (model.pdfCopy === 'mandatory' && !body.pdfCopy) {
    findings.push(finding('documents.model.pdfCopy', 'error', ['body', 'pdfCopy'], params));
  }
  const code = acts[0]?.code;
  if (model.act && code && code.code !== model.act.code) {
    findings.push(finding('documents.model.act', 'error', ['acts', 0, 'code'], { ...params, code: model.act.code }));
  }
  const need = (there: boolean, path: readonly (string | number)[]): void => {
    if (!there) findings.push(finding('documents.model.missing', 'error', path, { ...params, field: path.join('.') }));
  };
  if (body.model === 'cr-bio') needOfBiology(document, need);
  if (body.model === 'cse-mde') {
    needOfPerformer(document, need);
    for (const [index, measure] of body.content.measures.entries()) {
      const { units } = VITAL_SIGNS[measure.code];
      if (!units.includes(measure.unit)) {
        const path = ['body', 'content', 'measures', index, 'unit'];
        findings.push(finding('documents.model.unit', 'error', path, { units: units.join(', ') }));
      }
    }
  }
  if (body.model === 'vsm' && !hasTreatingDoctor(document)) {
    findings.push(finding('documents.vsm.treatingDoctor', 'warning', ['participants']));
  }
  return findings;
}

type Need = (there: boolean, path: readonly (string | number)[]) => void;

function needOfPerformer({ acts }: SubmissionDocument, need: Need): void {
  for (const [index, { performer }] of acts.entries()) {
    if (!performer) continue;
    const path = ['acts', index, 'performer'];
    need(performer.professional.name !== undefined, [...path, 'professional', 'name']);
    need(performer.organization.idNat !== undefined, [...path, 'organization', 'idNat']);
    need(performer.organization.name !== undefined, [...path, 'organization', 'name']);
  }
}

function needOfBiology(document: SubmissionDocument, need: Need): void {
  const { acts, encounter, authenticators = [] } = document;
  needOfPerformer(document, need);
  const some = (list: readonly unknown[] | undefined): boolean => (list?.length ?? 0) > 0;
  for (const [index, { code, performer }] of acts.entries()) {
    need(code !== undefined, ['acts', index, 'code']);
    if (!performer) continue;
    const path = ['acts', index, 'performer'];
    need(performer.time !== undefined, [...path, 'time']);
    need(some(performer.professional.addresses), [...path, 'professional', 'addresses']);
    need(some(performer.professional.telecoms), [...path, 'professional', 'telecoms']);
    need(some(performer.organization.addresses), [...path, 'organization', 'addresses']);
    need(some(performer.organization.telecoms), [...path, 'organization', 'telecoms']);
  }
  need(encounter.responsible !== undefined, ['encounter', 'responsible']);
  if (encounter.responsible)
    need(encounter.responsible.specialty !== undefined, ['encounter', 'responsible', 'specialty']);
  for (const [index, { professional }] of authenticators.entries()) {
    const path = ['authenticators', index, 'professional'];
    need(some(professional.addresses), [...path, 'addresses']);
    need(some(professional.telecoms), [...path, 'telecoms']);
    if (!professional.organization) continue;
    need(some(professional.organization.addresses), [...path, 'organization', 'addresses']);
    need(some(professional.organization.telecoms), [...path, 'organization', 'telecoms']);
  }
}

function hasTreatingDoctor({ participants = [] }: SubmissionDocument): boolean {
  return participants.some(({ type, function: role }) => type === 'INF' && role?.code === 'PCP');
}

/** `component/structuredBody` of a model, with its PDF copy last. */
export function structuredComponent(body: StructuredBody, createdAt: string, random: RandomBytes): XmlElementNode {
  const narrator = new Narrator(random);
  const sections = sectionsOf(narrator, body, createdAt);
  if (body.pdfCopy) sections.push(pdfCopySection(narrator, body.pdfCopy));
  return h('component', {}, [
    h(
      'structuredBody',
      {},
      sections.map((made) => h('component', {}, [made])),
    ),
  ]);
}

function sectionsOf(narrator: Narrator, body: StructuredBody, createdAt: string): XmlElementNode[] {
  switch (body.model) {
    case 'vsm':
      return vsmSections(narrator, body.content);
    case 'cr-bio':
      return crBioSections(narrator, body.content);
    case 'ldl-ses':
      return ldlSesSections(narrator, body.content, createdAt);
    case 'cse-mde':
      return cseMdeSections(narrator, body.content);
  }
}
