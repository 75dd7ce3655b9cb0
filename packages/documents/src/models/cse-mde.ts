import { finding } from '@socle-sante/core/finding';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { h } from '../cda/tree.js';
import type { ModelDefinition } from './definition.js';
import { loinc, type Narrator, section } from './narrative.js';
import { needOfPerformer } from './needs.js';
import type { CseMdeContent, VitalSign } from './schema/cse-mde.js';
import { clinicalTime, decimal, shownDate } from './values.js';

/** The vital signs that the official rules know, with their French labels and the units that they take (UCUM). */
export const VITAL_SIGNS: Readonly<
  Record<VitalSign['code'], { readonly label: string; readonly units: readonly string[] }>
> = {
  '9279-1': { label: 'Fréquence respiratoire', units: ['/min'] },
  '8867-4': { label: 'Fréquence cardiaque', units: ['/min'] },
  '2708-6': { label: 'Saturation en oxygène', units: ['%'] },
  '8480-6': { label: 'Pression artérielle systolique', units: ['mm[Hg]'] },
  '8462-4': { label: 'Pression artérielle diastolique', units: ['mm[Hg]'] },
  '8310-5': { label: 'Température corporelle', units: ['Cel', '[degF]'] },
  '8302-2': { label: 'Taille', units: ['m', 'cm', '[in_us]', '[in_uk]'] },
  '8287-5': { label: 'Périmètre crânien', units: ['m', 'cm', '[in_us]', '[in_uk]'] },
  '29463-7': { label: 'Poids', units: ['kg', 'g', '[lb_av]', '[oz_av]'] },
  '39156-5': { label: 'Indice de masse corporelle', units: ['kg/m2'] },
};

/** Measures of vital signs (CSE-MDE 2023.01): one organizer, one observation for each measure. */
export const cseMde: ModelDefinition<CseMdeContent> = {
  templateIds: [
    { root: '1.3.6.1.4.1.19376.1.5.3.1.1.1' },
    { root: '1.2.250.1.213.1.1.1.5' },
    { root: '1.2.250.1.213.1.1.1.5.4', extension: '2023.01' },
  ],
  type: { code: '29274-8', displayName: 'Mesures de signes vitaux', codeSystem: SYSTEMS.loinc },
  pdfCopy: 'optional',
  check(document, { measures }, need) {
    needOfPerformer(document, need);
    return measures.flatMap(({ code, unit }, index) => {
      const { units } = VITAL_SIGNS[code];
      const path = ['body', 'content', 'measures', index, 'unit'];
      return units.includes(unit) ? [] : [finding('documents.model.unit', 'error', path, { units: units.join(', ') })];
    });
  },
  sections: measureSections,
};

function measureSections(narrator: Narrator, { at, measures }: CseMdeContent): XmlElementNode[] {
  const made = measures.map((measure) => measureOf(narrator, measure));
  const organizer = h('organizer', { classCode: 'CLUSTER', moodCode: 'EVN' }, [
    h('templateId', { root: '2.16.840.1.113883.10.20.1.32' }),
    h('templateId', { root: '2.16.840.1.113883.10.20.1.35' }),
    h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.13.1' }),
    h('templateId', { root: '1.2.250.1.213.1.1.3.49' }),
    narrator.id(),
    h('code', loinc('85353-1', 'Signes vitaux')),
    h('statusCode', { code: 'completed' }),
    h('effectiveTime', { value: clinicalTime(at) }),
    ...made.map(({ observation }) => h('component', { typeCode: 'COMP' }, [observation])),
  ]);
  return [
    section(narrator, {
      templateIds: [
        '2.16.840.1.113883.10.20.1.16',
        '1.3.6.1.4.1.19376.1.5.3.1.3.25',
        '1.3.6.1.4.1.19376.1.5.3.1.1.5.3.2',
        '1.2.250.1.213.1.1.2.75',
      ],
      code: loinc('8716-3', 'Signes vitaux'),
      title: `Signes vitaux du ${shownDate(at)}`,
      head: ['Mesure', 'Valeur'],
      lines: made,
      entries: [organizer],
    }),
  ];
}

function measureOf(narrator: Narrator, { code, value, unit }: VitalSign) {
  const { label } = VITAL_SIGNS[code];
  const anchor = narrator.anchor(`${decimal(value).replace('.', ',')} ${unit}`);
  const observation = h('observation', { classCode: 'OBS', moodCode: 'EVN' }, [
    h('templateId', { root: '2.16.840.1.113883.10.20.1.31' }),
    h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.13' }),
    h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.13.2' }),
    h('templateId', { root: '1.2.250.1.213.1.1.3.50' }),
    narrator.id(),
    h('code', loinc(code, label)),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    h('effectiveTime', { nullFlavor: 'NASK' }),
    h('value', { 'xsi:type': 'PQ', value: decimal(value), unit }),
  ]);
  return { observation, cells: [label, anchor.content] };
}
