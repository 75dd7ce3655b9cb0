import { h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import type { Line, Narrator } from './narrative.js';
import type { Treatment } from './schema/shared.js';
import { codedElement, decimal, shownDate, span } from './values.js';

const TREATMENT_HEAD = ['Début', 'Fin', 'Médicament', 'Posologie', 'Voie', 'Motif'] as const;

/** A treatment with a normal dose (FR-Traitement 1.2.250.1.213.1.1.3.42, IHE ….4.7.1). */
function treatmentLine(narrator: Narrator, treatment: Treatment): Line {
  const { product, start, end, posology, dose, every, route, reason } = treatment;
  const productAnchor = narrator.anchor(product.text);
  const posologyAnchor = narrator.anchor(posology);
  const routeAnchor = route && narrator.anchor(route.displayName);
  const reasonAnchor = reason && narrator.anchor(reason.text);
  const bound = (local: string) => h(local, dose ? { value: decimal(dose.value), unit: dose.unit } : {});
  const entry = h('substanceAdministration', { classCode: 'SBADM', moodCode: 'EVN' }, [
    h('templateId', { root: '2.16.840.1.113883.10.20.1.24' }),
    h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.7' }),
    h('templateId', { root: '1.2.250.1.213.1.1.3.42' }),
    h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.7.1' }),
    narrator.id(),
    h('code', { code: 'DRUG', displayName: 'Médicament', codeSystem: '2.16.840.1.113883.5.4' }),
    posologyAnchor.text,
    h('statusCode', { code: 'completed' }),
    span({ since: start, until: end }, true, 'IVL_TS'),
    every &&
      h('effectiveTime', { 'xsi:type': 'PIVL_TS', operator: 'A' }, [
        h('period', { value: decimal(every.value), unit: every.unit }),
      ]),
    route && h('routeCode', codeAttributes(route), [routeAnchor?.originalText]),
    dose ? h('doseQuantity', {}, [bound('low'), bound('high')]) : h('doseQuantity', { nullFlavor: 'NAV' }),
    h('rateQuantity', { nullFlavor: 'NAV' }),
    h('consumable', {}, [
      h('manufacturedProduct', {}, [
        h('templateId', { root: '2.16.840.1.113883.10.20.1.53' }),
        h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.7.2' }),
        h('templateId', { root: '1.2.250.1.213.1.1.3.43' }),
        h('manufacturedMaterial', {}, [codedElement('code', product, productAnchor), h('name', {}, [product.text])]),
      ]),
    ]),
    reason &&
      h('entryRelationship', { typeCode: 'RSON' }, [
        h('act', { classCode: 'ACT', moodCode: 'EVN' }, [
          h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.4.1' }),
          h('templateId', { root: '1.2.250.1.213.1.1.3.36' }),
          narrator.id(),
          // A reason without a code is NA here, not UNK (IHE PCC, internal reference).
          codedElement('code', reason, reasonAnchor, { nullFlavor: 'NA' }),
        ]),
      ]),
  ]);
  const cells = [
    shownDate(start),
    shownDate(end),
    productAnchor.content,
    posologyAnchor.content,
    routeAnchor?.content ?? '-',
    reasonAnchor?.content ?? '-',
  ];
  return { cells, entry };
}

/** That there is no known treatment: a section of treatments is never without an entry (code of the IPS). */
function noTreatmentLine(narrator: Narrator): Line {
  const label = 'Pas de traitement médicamenteux connu';
  const anchor = narrator.anchor(label);
  const entry = h('substanceAdministration', { classCode: 'SBADM', moodCode: 'EVN' }, [
    h('templateId', { root: '2.16.840.1.113883.10.20.1.24' }),
    h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.7' }),
    h('templateId', { root: '1.2.250.1.213.1.1.3.42' }),
    h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.7.1' }),
    narrator.id(),
    h('code', { code: 'no-known-medications', displayName: label, codeSystem: '2.16.840.1.113883.5.1150.1' }, [
      anchor.originalText,
    ]),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    h('effectiveTime', { 'xsi:type': 'IVL_TS' }, [h('low', { nullFlavor: 'NA' }), h('high', { nullFlavor: 'NA' })]),
    h('consumable', {}, [
      h('manufacturedProduct', {}, [
        h('templateId', { root: '2.16.840.1.113883.10.20.1.53' }),
        h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.7.2' }),
        h('templateId', { root: '1.2.250.1.213.1.1.3.43' }),
        h('manufacturedMaterial', {}, [h('code', { nullFlavor: 'NA' }), h('name', { nullFlavor: 'NA' })]),
      ]),
    ]),
  ]);
  return { cells: [anchor.content], entry };
}

/** Head and lines of a list of treatments; an empty list says that none is known. */
export function treatmentTable(
  narrator: Narrator,
  treatments: readonly Treatment[],
): { readonly head: readonly string[]; readonly lines: readonly Line[] } {
  if (treatments.length === 0) return { head: [], lines: [noTreatmentLine(narrator)] };
  return { head: TREATMENT_HEAD, lines: treatments.map((item) => treatmentLine(narrator, item)) };
}
