import { type Finding, finding } from '@socle-sante/core/finding';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { assignedEntity } from '../cda/people.js';
import { h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import { commentAct } from './comments.js';
import { composedSection, proseAnchor } from './composed.js';
import type { ModelDefinition, Need } from './definition.js';
import { SITES } from './imaging-lists.js';
import { PET_FUNCTIONS, REQUESTED_MODALITIES, SCINTIGRAPHY_FUNCTIONS, TOPOGRAPHIES } from './imaging-request-lists.js';
import {
  clinicalInformationSection,
  earlierResultsSection,
  patientInformationSection,
  simple,
  siteNode,
} from './imaging-sections.js';
import { type Line, loinc, type Narrator, stacked, table } from './narrative.js';
import { subject, templates } from './remarks.js';
import type { ImagingRequest, ImgDaContent } from './schema/img-da.js';
import { clinicalTime, coded, shownDate } from './values.js';

const FUNCTIONS = { ...SCINTIGRAPHY_FUNCTIONS, ...PET_FUNCTIONS } as const;
const taAsip = (code: string, label: string) => coded(code, label, SYSTEMS.taAsip, 'TA_ASIP');

/** The request of imaging (IMG-DA-IMG 2024.01). */
export const imgDa: ModelDefinition<ImgDaContent> = {
  templateIds: [{ root: '1.2.840.10008.9.20' }, { root: '1.2.250.1.213.1.1.1.47', extension: '2024.01' }],
  type: { code: '55115-0', displayName: "Demande d'actes d'imagerie", codeSystem: SYSTEMS.loinc },
  act: loinc('55115-0', "Demande d'acte d'imagerie"),
  pdfCopy: 'optional',
  attachments: true,
  check: (_document, content, need) => checkRequests(content, need),
  sections: (narrator, content, { createdAt }) => [
    clinicalInformationSection(narrator, content.clinicalInformation),
    patientInformationSection(narrator, {
      at: createdAt,
      risksTold: content.risksTold,
      information: content.patientInformation,
    }),
    requestsSection(narrator, content.requests),
    ...(content.earlierResults === undefined ? [] : [earlierResultsSection(narrator, content.earlierResults)]),
  ],
};

function checkRequests({ requests }: ImgDaContent, need: Need): Finding[] {
  return requests.flatMap((request, index) => {
    const path = ['body', 'content', 'requests', index];
    const findings: Finding[] = [];
    for (const [place, { code }] of [request.site, ...(request.otherSites ?? [])].entries()) {
      if (SITES.has(code)) continue;
      const at = place === 0 ? [...path, 'site', 'code'] : [...path, 'otherSites', place - 1, 'code'];
      findings.push(
        finding('documents.code.set', 'error', at, { field: 'site', set: 'JDV_LocalisationAnatomique', code }),
      );
    }
    if (request.contacted) {
      need(request.contacted.specialty !== undefined, [...path, 'contacted', 'specialty']);
    }
    return [...findings, ...checkStudied(request, path, need)];
  });
}

/** Scintigraphy and PET say what they look at, each in its list; the others say nothing. */
function checkStudied({ modality, studied }: ImagingRequest, path: (string | number)[], need: Need): Finding[] {
  const at = [...path, 'studied'];
  const list = modality === 'scintigraphie' ? SCINTIGRAPHY_FUNCTIONS : modality === 'tep' ? PET_FUNCTIONS : undefined;
  if (!list)
    return studied === undefined ? [] : [finding('documents.model.notHere', 'error', at, { field: 'studied' })];
  need(studied !== undefined, at);
  if (studied === undefined || Object.hasOwn(list, studied)) return [];
  const set = modality === 'tep' ? 'JDV_FonctionEtudieeTEP' : 'JDV_FonctionEtudieeScintigraphie';
  return [finding('documents.code.set', 'error', at, { field: 'studied', set, code: studied })];
}

/** FR-Plan-de-soins-IMG-DA (1.2.250.1.213.1.1.2.158.3). */
function requestsSection(narrator: Narrator, requests: readonly ImagingRequest[]): XmlElementNode {
  const lines = requests.map((request) => requestLine(narrator, request));
  return composedSection(narrator, {
    templateIds: [
      '2.16.840.1.113883.10.20.1.10',
      '1.3.6.1.4.1.19376.1.5.3.1.3.36',
      '1.2.250.1.213.1.1.2.158',
      '1.2.250.1.213.1.1.2.158.3',
    ],
    code: loinc('18776-5', 'Plan de soins'),
    title: "Acte(s) d'imagerie demandé(s)",
    text: [
      table(
        [
          'Modalité',
          'Commentaire',
          'Localisation',
          'Topographie',
          'Fonction étudiée',
          'Date limite',
          'Urgence',
          'Effecteur contacté',
          'Retour par téléphone',
          'Évènements associés',
        ],
        lines,
      ),
    ],
    entries: lines.map(({ entry }) => entry),
  });
}

/** FR-Demande-d-examen-ou-de-suivi-IMG-DA (1.2.250.1.213.1.1.3.27.3). */
function requestLine(narrator: Narrator, request: ImagingRequest): Line & { readonly entry: XmlElementNode } {
  const { before, contacted } = request;
  const modality = REQUESTED_MODALITIES[request.modality];
  const name = narrator.anchor(modality.displayName);
  const precision = request.site.precision && TOPOGRAPHIES[request.site.precision];
  const sites = [request.site, ...(request.otherSites ?? [])].map((site, index) => {
    const anchor = narrator.anchor(site.label);
    return { anchor, node: siteNode(site, anchor, index === 0 ? precision : undefined) };
  });
  const told = (text: string | undefined) => (text === undefined ? undefined : narrator.anchor(text));
  const comment = request.comment === undefined ? undefined : proseAnchor(narrator, request.comment);
  const urgency = told(request.urgency);
  const who = told(contacted && shownPerson(contacted));
  const studied = told(request.studied && FUNCTIONS[request.studied].displayName);
  const callBack = told(request.callBack === undefined ? undefined : request.callBack ? 'Oui' : 'Non');
  const event = told(request.event);
  const entry = h('observation', { classCode: 'OBS', moodCode: 'INT' }, [
    ...templates(
      '1.3.6.1.4.1.19376.1.5.3.1.1.20.3.1',
      '2.16.840.1.113883.10.20.1.25',
      '1.2.250.1.213.1.1.3.27',
      '1.2.250.1.213.1.1.3.27.3',
    ),
    narrator.id(),
    h('code', codeAttributes(modality), [name.originalText]),
    name.text,
    h('statusCode', { code: 'active' }),
    h('effectiveTime', before === undefined ? { nullFlavor: 'UNK' } : { value: clinicalTime(before) }),
    urgency &&
      h('priorityCode', codeAttributes(coded('UR', 'Urgent', '2.16.840.1.113883.5.7')), [urgency.originalText]),
    ...sites.map(({ node }) => node),
    contacted && who && h('performer', { typeCode: 'PRF' }, [contactedEntity(contacted, who.originalText)]),
    comment && subject(commentAct(comment)),
    studied &&
      request.studied &&
      component(
        simple(
          narrator,
          taAsip('MED-1133', 'Fonction étudiée'),
          studied,
          undefined,
          h('value', { 'xsi:type': 'CD', ...codeAttributes(FUNCTIONS[request.studied]) }),
        ),
      ),
    callBack &&
      component(
        simple(
          narrator,
          taAsip('GEN-297', 'Le demandeur souhaite un retour par téléphone'),
          callBack,
          undefined,
          h('value', { 'xsi:type': 'BL', value: String(request.callBack) }),
        ),
      ),
    event && component(simple(narrator, taAsip('GEN-296', "Évènements associés à l'examen demandé"), event)),
  ]);
  const cells = [
    name.content,
    comment?.content,
    stacked(sites.map(({ anchor }) => [anchor.content])),
    precision?.displayName,
    studied?.content,
    before !== undefined && shownDate(before),
    urgency?.content,
    who?.content,
    callBack?.content,
    event?.content,
  ];
  return { cells, entry };
}

type Contacted = NonNullable<ImagingRequest['contacted']>;

function shownPerson({ name, organization }: Contacted): string {
  const person = [name.suffix, name.given, name.family].filter((part) => part !== undefined).join(' ');
  return organization ? `${person}, ${organization.name}` : person;
}

/** The professional who was contacted; the code refers to the text. */
function contactedEntity(contacted: Contacted, originalText: XmlElementNode): XmlElementNode {
  const entity = assignedEntity(contacted);
  const children = entity.children.map((child) =>
    typeof child !== 'string' && child.kind === 'element' && child.name.local === 'code'
      ? { ...child, children: [originalText] }
      : child,
  );
  return { ...entity, children };
}

function component(observation: XmlElementNode): XmlElementNode {
  return h('entryRelationship', { typeCode: 'COMP', inversionInd: 'false' }, [observation]);
}
