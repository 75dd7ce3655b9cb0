import type { Coded } from '@socle-sante/core/coded';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import { type Line, loinc, type Narrator, section, stacked } from './narrative.js';
import { reactionRelation } from './problems.js';
import { commentRemark, type Remark, relations, remark, subject, templates } from './remarks.js';
import type { AdverseEffect } from './schema/ips-fr.js';
import { treatmentParts } from './treatments.js';
import { coded, shownDate, span } from './values.js';

const snomed = (code: string, displayName: string) => coded(code, displayName, SYSTEMS.snomed, 'SNOMED CT');
const asip = (code: string, displayName: string) => coded(code, displayName, SYSTEMS.taAsip, 'TA_ASIP');

/** JDV_OrigineEffetIndesirable_CISIS. */
const ORIGINS: Readonly<Record<AdverseEffect['origin'], Coded>> = {
  treatmentAsPrescribed: snomed('1156699004', 'respecte le traitement médicamenteux'),
  overdose: snomed('1149222004', 'surdosage'),
  misuse: snomed(
    '1.2.250.1.213.1.1.5.785.1',
    'mésusage ou d’un usage détourné (Demande de création SNOMED CT en cours)',
  ),
  medicationError: snomed('398240004', 'erreur médicamenteuse'),
  occupationalExposure: snomed('16090731000119102', 'exposition professionnelle à un facteur de risque'),
  interaction: snomed('79899007', 'interaction médicamenteuse'),
  qualityDefect: asip('MED-1279', 'défaut de qualité d’un médicament ou de médicaments falsifiés'),
  maternalExposure: snomed('95606005', 'exposition maternelle à un médicament'),
  paternalExposure: asip('MED-1280', 'exposition paternelle (altération potentielle des spermatozoïdes)'),
  breastFeeding: snomed('1260078007', 'allaitement maternel'),
};

/** JDV_Imputabilite_CISIS. */
const IMPUTABILITIES: Readonly<Record<NonNullable<AdverseEffect['imputability']>, Coded>> = {
  certain: snomed('17162000', 'certain(e)'),
  possible: snomed('371930009', 'possible'),
  uncertain: snomed('64957009', 'incertain(e)'),
  undetermined: snomed('373068000', 'indéterminé(e)'),
};

/** JDV_Gravite_CISIS. */
const GRAVITIES: Readonly<Record<AdverseEffect['gravity'], Coded>> = {
  mild: snomed('255604002', 'gravité légère'),
  hospitalisation: snomed('266938001', 'patient(e) hospitalisé(e)'),
  invalidity: snomed('2655002', 'invalidité'),
  congenitalMalformation: snomed('276654001', 'malformation congénitale'),
  lifeThreatening: snomed('442452003', 'mise en jeu du pronostic vital'),
  otherSerious: asip('GEN-092.01.22', 'Autre situation médicale grave'),
  death: snomed('419620001', 'mort'),
};

/** JDV_Evolution_CISIS. */
const OUTCOMES: Readonly<Record<NonNullable<AdverseEffect['outcome']>, Coded>> = {
  recovered: snomed('1352007006', 'guérison sans séquelle'),
  recoveredWithSequelae: snomed('1335890004', 'guéri(e) de l’évènement indésirable avec séquelle'),
  recovering: snomed('1336140009', 'en cours de guérison de l’évènement indésirable'),
  notRecovered: snomed('1339036001', 'évènement indésirable persistant sans guérison'),
  fatal: snomed('405535005', 'évènement indésirable causant la mort'),
  deathMayBeDue: asip('MED-1281', 'décès auquel l’effet a pu contribuer'),
  deathUnrelated: asip('MED-1282', 'décès sans rapport avec l’effet'),
  unknown: snomed('261665006', 'inconnu(e)'),
};

/** FR-Effets-indesirables (1.2.250.1.213.1.1.2.247). */
export function adverseEffectsSection(narrator: Narrator, effects: readonly AdverseEffect[]): XmlElementNode {
  return section(narrator, {
    templateIds: ['1.2.250.1.213.1.1.2.247'],
    code: loinc('44939-7', 'Effets indésirables prévisibles liés aux médicaments'),
    title: 'Effets indésirables liés aux médicaments',
    head: [
      'Date',
      'Origine',
      'Médicament',
      'Composition',
      'Traitement',
      'Prise',
      'Posologie',
      'Dose maximale',
      'Voie',
      'Réactions',
      'Imputabilité',
      'Gravité',
      'Évolution',
      'Commentaire',
    ],
    lines: effects.map((effect) => effectLine(narrator, effect)),
  });
}

/** FR-Effet-indesirable (1.2.250.1.213.1.1.3.210). */
function effectLine(narrator: Narrator, effect: AdverseEffect): Line {
  const { origin, since, treatment, imputability, gravity, outcome, comment } = effect;
  const type = narrator.anchor(ORIGINS[origin].displayName);
  const taken = treatmentParts(narrator, treatment);
  const reactions = (effect.reactions ?? []).map((one) => reactionRelation(narrator, one, 'MFST'));
  const said = {
    imputability:
      imputability && assessed(narrator, IMPUTABILITIES[imputability], '211', asip('GEN-318', 'Imputabilité')),
    gravity: assessed(narrator, GRAVITIES[gravity], '212', loinc('94030-4', "Gravité de l'effet indésirable")),
    outcome:
      outcome && assessed(narrator, OUTCOMES[outcome], '213', asip('GEN-319', "Evolution de l'effet indésirable")),
    comment: comment === undefined ? undefined : commentRemark(narrator, comment),
  };
  const entry = h('observation', { classCode: 'OBS', moodCode: 'EVN', negationInd: 'false' }, [
    ...templates(
      '2.16.840.1.113883.10.20.1.18',
      '2.16.840.1.113883.10.20.1.28',
      '1.3.6.1.4.1.19376.1.5.3.1.4.5',
      '1.2.250.1.213.1.1.3.210',
    ),
    narrator.id(),
    h('code', codeAttributes(ORIGINS[origin])),
    type.text,
    h('statusCode', { code: 'completed' }),
    span({ since }, false, 'IVL_TS'),
    h('value', { 'xsi:type': 'CD' }, [type.originalText]),
    h('entryRelationship', { typeCode: 'COMP' }, [taken.entry]),
    ...reactions.map(({ relation }) => relation),
    ...relations(said.imputability, said.gravity, said.outcome, said.comment),
  ]);
  const cells = [
    since !== undefined && shownDate(since),
    type.content,
    taken.cells.product,
    taken.cells.composition,
    taken.cells.term,
    (treatment.start ?? treatment.end) !== undefined && `${shownDate(treatment.start)} – ${shownDate(treatment.end)}`,
    taken.cells.posology,
    taken.cells.most,
    taken.cells.route,
    stacked(reactions.map(({ shown }) => shown)),
    said.imputability?.shown,
    said.gravity.shown,
    said.outcome?.shown,
    said.comment?.shown,
  ];
  return { cells, entry };
}

/** What was judged of the effect (1.2.250.1.213.1.1.3.211 to .213). */
function assessed(narrator: Narrator, value: Coded, template: '211' | '212' | '213', code: Coded): Remark {
  const anchor = narrator.anchor(value.displayName);
  const observation = h('observation', { classCode: 'OBS', moodCode: 'EVN' }, [
    ...templates(`1.2.250.1.213.1.1.3.${template}`),
    h('code', codeAttributes(code)),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    h('value', { 'xsi:type': 'CD', ...codeAttributes(value) }, [anchor.originalText]),
  ]);
  return remark(anchor, subject(observation));
}
