import { type Finding, finding } from '@socle-sante/core/finding';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { h } from '../cda/tree.js';
import type { Path } from '../submission/walk.js';
import { type Line, loinc, type Narrator, section } from './narrative.js';
import { commentRemark, relations, templates } from './remarks.js';
import type { VitalSign } from './schema/vital-signs.js';
import { clinicalTime, decimal, shownDate, shownQuantity } from './values.js';

const LENGTH = ['m', 'cm', '[in_us]', '[in_uk]'] as const;

/** The vital signs of JDV_SignesVitaux_CISIS, with their labels and the units that the official rules take (UCUM). */
export const VITAL_SIGNS: Readonly<
  Record<VitalSign['code'], { readonly label: string; readonly units: readonly string[] }>
> = {
  '9279-1': { label: 'Fréquence respiratoire', units: ['/min'] },
  '8867-4': { label: 'Fréquence cardiaque', units: ['/min'] },
  '20564-1': { label: 'Saturation en O2', units: ['%'] },
  '8480-6': { label: 'Pression artérielle systolique', units: ['mm[Hg]'] },
  '8462-4': { label: 'Pression artérielle diastolique', units: ['mm[Hg]'] },
  '8310-5': { label: 'Température corporelle', units: ['Cel', '[degF]'] },
  '8302-2': { label: 'Taille', units: LENGTH },
  '8306-3': { label: 'Taille (couché)', units: LENGTH },
  '8287-5': { label: 'Périmètre crânien', units: LENGTH },
  '8280-0': { label: "Périmètre abdominal (à l'ombilic)", units: LENGTH },
  '29463-7': { label: 'Poids', units: ['kg', 'g', '[lb_av]', '[oz_av]'] },
  '39156-5': { label: 'Index de masse corporelle (IMC)', units: ['kg/m2'] },
  '9272-6': { label: 'APGAR à 1mn', units: ['{score}'] },
  '9274-2': { label: 'APGAR à 5mn', units: ['{score}'] },
  '9271-8': { label: 'APGAR à 10mn', units: ['{score}'] },
};

/** Measures whose unit the official rules refuse. */
export function checkVitalSigns(measures: readonly VitalSign[], path: Path): Finding[] {
  return measures.flatMap(({ code, unit }, index) => {
    const { units } = VITAL_SIGNS[code];
    return units.includes(unit)
      ? []
      : [finding('documents.model.unit', 'error', [...path, index, 'unit'], { units: units.join(', ') })];
  });
}

/** FR-Signes-vitaux (1.2.250.1.213.1.1.2.75): one organizer, one observation for each measure. `at`: when all were made. */
export function vitalSignsSection(
  narrator: Narrator,
  measures: readonly VitalSign[],
  { title, at }: { readonly title: string; readonly at?: string },
): XmlElementNode {
  const made = measures.map((measure) => measureOf(narrator, measure));
  const organizer = h('organizer', { classCode: 'CLUSTER', moodCode: 'EVN' }, [
    ...templates(
      '2.16.840.1.113883.10.20.1.32',
      '2.16.840.1.113883.10.20.1.35',
      '1.3.6.1.4.1.19376.1.5.3.1.4.13.1',
      '1.2.250.1.213.1.1.3.49',
    ),
    narrator.id(),
    h('code', loinc('85353-1', 'Signes vitaux')),
    h('statusCode', { code: 'completed' }),
    h('effectiveTime', at === undefined ? { nullFlavor: 'NA' } : { value: clinicalTime(at) }),
    ...made.map(({ observation }) => h('component', { typeCode: 'COMP' }, [observation])),
  ]);
  return section(narrator, {
    templateIds: [
      '2.16.840.1.113883.10.20.1.16',
      '1.3.6.1.4.1.19376.1.5.3.1.3.25',
      '1.3.6.1.4.1.19376.1.5.3.1.1.5.3.2',
      '1.2.250.1.213.1.1.2.75',
    ],
    code: loinc('8716-3', 'Signes vitaux'),
    title,
    head: ['Mesure', 'Valeur', 'Date', 'Commentaire'],
    lines: made,
    entries: [organizer],
  });
}

function measureOf(
  narrator: Narrator,
  { code, value, unit, at, comment }: VitalSign,
): Line & { readonly observation: XmlElementNode } {
  const { label } = VITAL_SIGNS[code];
  const anchor = narrator.anchor(shownQuantity({ value, unit }));
  const said = comment === undefined ? undefined : commentRemark(narrator, comment);
  const observation = h('observation', { classCode: 'OBS', moodCode: 'EVN' }, [
    ...templates(
      '2.16.840.1.113883.10.20.1.31',
      '1.3.6.1.4.1.19376.1.5.3.1.4.13',
      '1.3.6.1.4.1.19376.1.5.3.1.4.13.2',
      '1.2.250.1.213.1.1.3.50',
    ),
    narrator.id(),
    h('code', loinc(code, label)),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    h('effectiveTime', at === undefined ? { nullFlavor: 'NASK' } : { value: clinicalTime(at) }),
    h('value', { 'xsi:type': 'PQ', value: decimal(value), unit }),
    ...relations(said),
  ]);
  return { observation, cells: [label, anchor.content, at !== undefined && shownDate(at), said?.shown] };
}
