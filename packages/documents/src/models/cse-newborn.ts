import type { Coded } from '@socle-sante/core/coded';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { ROOTS } from '../cda/oids.js';
import { h } from '../cda/tree.js';
import { codeAttributes, contactNodes } from '../cda/values.js';
import { eventsSection } from './cse-birth.js';
import { atc, icd10, snomed, ta } from './cse-codes.js';
import { type GivenClass, givenSection } from './cse-next.js';
import { shownContact } from './cse-people.js';
import { type Line, loinc, type Narrator, section, stacked } from './narrative.js';
import { ACTIVE_PROBLEMS, problemOfConcern, problemsConcern } from './problems.js';
import { PROCEDURE } from './procedures.js';
import { templates } from './remarks.js';
import type { Newborn } from './schema/cse-cs8.js';
import type { VitalSign } from './schema/vital-signs.js';
import { choice, observationLine } from './simple-observation.js';
import { at, clinicalTime, shownDate } from './values.js';
import { vitalSignsSection } from './vital-signs.js';

/** FR-Information-sur-l-accouchement-et-le-nouveau-ne (1.2.250.1.213.1.1.2.124). `bornAt`: when it was measured first. */
export function newbornSection(narrator: Narrator, newborn: Newborn, bornAt: string): XmlElementNode {
  const { transfer } = newborn;
  return section(narrator, {
    templateIds: ['1.3.6.1.4.1.19376.1.5.3.1.1.21.2.4', '1.2.250.1.213.1.1.2.124'],
    code: loinc('57075-4', "Informations sur l'accouchement et le nouveau-né"),
    title: 'Informations sur le nouveau-né',
    sections: [
      section(narrator, {
        templateIds: [
          '1.3.6.1.4.1.19376.1.5.3.1.3.24',
          '1.3.6.1.4.1.19376.1.5.3.1.1.9.15',
          '1.3.6.1.4.1.19376.1.5.3.1.1.9.15.1',
          '1.2.250.1.213.1.1.2.84',
        ],
        code: loinc('29545-1', 'Examen physique'),
        title: "État de l'enfant à la naissance",
        sections: [vitalSignsSection(narrator, measuresOf(newborn), { title: 'Signes vitaux', at: bornAt })],
      }),
      firstWeekSection(narrator, newborn.firstWeek),
      actsSection(narrator, newborn),
      givenSection(narrator, [
        [RSV, newborn.rsv],
        [HEPATITIS_B, newborn.hepatitisB],
      ]),
      ...(transfer ? [transferSection(narrator, transfer)] : []),
    ],
  });
}

/** Immunisation against the respiratory syncytial virus. */
export const RSV: GivenClass = {
  label: 'Immunisation contre le VRS',
  product: {
    text: 'Anticorps monoclonal contre le VRS',
    otherCodes: [atc('J06BD', 'anticorps monoclonaux antiviraux')],
  },
};

const HEPATITIS_B: GivenClass = {
  label: "Hépatite B, injection d'immunoglobulines",
  product: {
    text: "Immunoglobulines contre l'hépatite B",
    otherCodes: [atc('J06BB', 'immunoglobulines spécifiques')],
  },
};

function measuresOf({ weight, height, headCircumference, apgar = {} }: Newborn): VitalSign[] {
  const all: [VitalSign['code'], number | undefined, string][] = [
    ['29463-7', weight, 'g'],
    ['8302-2', height, 'cm'],
    ['8287-5', headCircumference, 'cm'],
    ['9272-6', apgar.at1, '{score}'],
    ['9274-2', apgar.at5, '{score}'],
    ['9271-8', apgar.at10, '{score}'],
  ];
  return all.flatMap(([code, value, unit]) => (value === undefined ? [] : [{ code, value, unit }]));
}

/** Pathologies of the first week: each is told, there or not. */
function firstWeekSection(narrator: Narrator, week: Newborn['firstWeek']): XmlElementNode {
  const told: [Coded, boolean, string?][] = [
    [icd10('P22.9', 'Détresse respiratoire du nouveau-né, sans précision'), week.respiratoryDistress],
    [ta('MED-276', 'Antibiothérapie (de plus de 48 heures)'), week.antibiotics],
    [
      icd10('G96.9', 'Affection du système nerveux central, sans précision'),
      week.neurological,
      'Pathologie neurologique',
    ],
    [ta('MED-170', 'Urgence chirurgicale'), week.surgicalEmergency],
    [
      ta('GEN-092.01.11', 'Autres pathologies de la 1ère semaine'),
      week.other !== undefined,
      'Autres pathologies de la première semaine',
    ],
  ];
  const problems = told.map(([code, there, label = code.displayName]) => {
    const comment = code.code === 'GEN-092.01.11' ? week.other : undefined;
    return problemOfConcern(narrator, { label, code, there, comment });
  });
  return section(narrator, {
    ...ACTIVE_PROBLEMS,
    title: 'Pathologies de la première semaine',
    head: ['Pathologie', 'Présente', 'Commentaire'],
    lines: problems,
    entries: [problemsConcern(narrator, problems, 'active')],
  });
}

const HEARING = {
  normal: ta('MED-178', 'Test auditif normal'),
  toCheckAgain: ta('MED-179', 'Audition à recontrôler'),
} as const;

/** FR-Actes-et-interventions (1.2.250.1.213.1.1.2.118). */
function actsSection(narrator: Narrator, { specialisedCare, hearingScreening }: Newborn): XmlElementNode {
  const { result, at: when } = hearingScreening;
  const found = result === 'notDone' ? undefined : result === 'unknown' ? choice(undefined) : choice(HEARING[result]);
  const heard =
    found &&
    observationLine(narrator, {
      label: 'Résultat',
      code: h('code', codeAttributes(ta('MED-1305', 'Résultat du dépistage de la surdité'))),
      value: found,
      at: when,
    });
  return section(narrator, {
    templateIds: ['1.3.6.1.4.1.19376.1.5.3.1.1.13.2.11', '1.2.250.1.213.1.1.2.118'],
    code: loinc('29554-3', 'Actes'),
    title: 'Actes et interventions',
    head: ['Acte', 'Réalisé', 'Date', 'Résultat'],
    lines: [
      actLine(narrator, ta('MED-174', 'Gestes techniques spécialisés'), specialisedCare),
      actLine(narrator, ta('MED-1304', 'Dépistage de la surdité'), { done: result !== 'notDone', at: when }, heard),
    ],
  });
}

/** FR-Acte (1.2.250.1.213.1.1.3.62), done or not. */
function actLine(
  narrator: Narrator,
  what: Coded,
  { done, at: when }: Newborn['specialisedCare'],
  result?: Line & { readonly entry: XmlElementNode },
): Line {
  const anchor = narrator.anchor(done ? 'Oui' : 'Non');
  const entry = h('procedure', { classCode: 'PROC', moodCode: 'EVN', negationInd: String(!done) }, [
    ...templates(...PROCEDURE),
    narrator.id(),
    h('code', codeAttributes(what)),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    done ? at(when) : h('effectiveTime', { nullFlavor: 'NA' }),
    result && h('entryRelationship', { typeCode: 'COMP' }, [result.entry]),
  ]);
  return { cells: [what.displayName, anchor.content, when !== undefined && shownDate(when), result?.cells[1]], entry };
}

type Transfer = NonNullable<Newborn['transfer']>;

const TRANSFERS: Readonly<Record<Transfer['kind'], Coded>> = {
  immediate: snomed('88694003', 'immédiat'),
  secondary: snomed('2603003', 'secondaire'),
};

const SERVICES: Readonly<Record<Transfer['service'], Coded>> = {
  intensiveCare: snomed('309904001', 'unité de soins intensifs'),
  neonatology: snomed('1279968000', 'service de néonatologie'),
  kangaroo: ta('ORG-141', 'Unité Kangourou'),
  neonatalIntensiveCare: snomed('405269005', 'unité de soins intensifs néonatals'),
  other: ta('GEN-092.06.05', 'Autre type de service'),
};

/** FR-Transfert-du-patient (1.2.250.1.213.1.1.3.28), and what kind of transfer it was. */
function transferSection(narrator: Narrator, transfer: Transfer): XmlElementNode {
  const { kind, leftAt, arrivedAt, service, organization } = transfer;
  const kindLine = observationLine(narrator, {
    label: 'Type de transfert',
    code: h('code', codeAttributes(ta('ORG-081', 'Type de transfert'))),
    value: choice(TRANSFERS[kind]),
    at: leftAt,
  });
  const place = narrator.anchor(organization.name);
  const unit = narrator.anchor(SERVICES[service].displayName);
  const { idNat } = organization;
  const act = h('act', { classCode: 'ACT', moodCode: 'EVN' }, [
    ...templates('1.3.6.1.4.1.19376.1.5.3.1.1.25.1.4.1', '1.2.250.1.213.1.1.3.28'),
    narrator.id(),
    h('code', loinc('80413-8', 'Transfert du patient'), [
      h('translation', codeAttributes(SERVICES[service]), [unit.originalText]),
    ]),
    place.text,
    h('statusCode', { code: 'completed' }),
    h('effectiveTime', {}, [h('low', { value: clinicalTime(leftAt) }), h('high', { value: clinicalTime(arrivedAt) })]),
    h('participant', { typeCode: 'DST' }, [
      ...templates(ROOTS.organization),
      h('participantRole', { classCode: 'SDLOC' }, [
        h('id', idNat === undefined ? { nullFlavor: 'UNK' } : { root: ROOTS.organization, extension: idNat }),
        h('code', codeAttributes(organization.type)),
        ...contactNodes(organization),
        h('playingEntity', { classCode: 'ENT' }, [h('name', {}, [organization.name])]),
      ]),
    ]),
  ]);
  return eventsSection(
    narrator,
    "Transfert ou mutation de l'enfant",
    ['Élément', 'Précision'],
    [
      kindLine,
      { cells: ['Destination', stacked([[place.content], ...shownContact(organization)])], entry: act },
      { cells: ['Type de service', unit.content] },
      { cells: ['Départ et arrivée', `${shownDate(leftAt)} – ${shownDate(arrivedAt)}`] },
    ],
  );
}
