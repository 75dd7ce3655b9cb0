import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import type { Anchor, Cell, Narrator } from './narrative.js';
import { commentRemark, relations, templates } from './remarks.js';
import type { ImagingProduct } from './schema/imaging.js';
import { coded, decimal, shownQuantity } from './values.js';

export const PRODUCT_HEAD = [
  'Produit administré',
  'Dose',
  "Voie d'administration",
  'Numéro de lot',
  'Commentaire',
] as const;
export const RADIOPHARMACEUTICAL_HEAD = [
  'Produit radiopharmaceutique administré',
  'Activité administrée',
  "Voie d'administration",
  'Numéro de lot',
  'Commentaire',
] as const;

const RADIOPHARMACEUTICAL = coded(
  '440252007',
  'administration de produits radiopharmaceutiques',
  SYSTEMS.snomed,
  'SNOMED CT',
);

/** A product that was given (FR-DICOM-Administration-produit-de-sante 1.2.250.1.213.1.1.3.151). */
export function productLine(narrator: Narrator, product: ImagingProduct) {
  const { cells, name, dose, route, material, comments } = partsOf(narrator, product);
  const entry = h('substanceAdministration', { classCode: 'SBADM', moodCode: 'EVN' }, [
    ...templates('1.2.840.10008.9.13', '1.2.250.1.213.1.1.3.151'),
    narrator.id(),
    name.text,
    h('statusCode', { code: 'completed' }),
    route,
    dose && h('doseQuantity', {}, [h('low', dose.attributes, [dose.translation])]),
    h('consumable', {}, [material]),
    ...comments,
  ]);
  return { cells, entry };
}

/** A radiopharmaceutical (FR-DICOM-Administration-radiopharmaceutique 1.2.250.1.213.1.1.3.173). */
export function radiopharmaceuticalLine(narrator: Narrator, product: ImagingProduct) {
  const { cells, dose, route, material, comments } = partsOf(narrator, product);
  const entry = h('substanceAdministration', { classCode: 'SBADM', moodCode: 'EVN' }, [
    ...templates('1.2.250.1.213.1.1.3.173'),
    h('code', codeAttributes(RADIOPHARMACEUTICAL)),
    route,
    dose && h('doseQuantity', dose.attributes, [dose.translation]),
    h('consumable', { typeCode: 'CSM' }, [material]),
    ...comments,
  ]);
  return { cells, entry };
}

function partsOf(narrator: Narrator, { name: text, codes = [], dose, route, lot, comment }: ImagingProduct) {
  const name = narrator.anchor(text);
  const shownDose = dose && narrator.anchor(shownQuantity(dose));
  const remark = comment === undefined ? undefined : commentRemark(narrator, comment);
  return {
    name,
    cells: [name.content, shownDose?.content, route?.displayName, lot, remark?.shown] satisfies Cell[],
    dose: dose &&
      shownDose && {
        attributes: { value: decimal(dose.value), unit: dose.unit },
        translation: h('translation', {}, [shownDose.originalText]),
      },
    route: route && h('routeCode', codeAttributes(route)),
    material: materialNode(text, name, codes, lot),
    comments: relations(remark),
  };
}

function materialNode(
  name: string,
  anchor: Anchor,
  codes: NonNullable<ImagingProduct['codes']>,
  lot: string | undefined,
): XmlElementNode {
  return h('manufacturedProduct', { classCode: 'MANU' }, [
    h('manufacturedMaterial', {}, [
      h('code', {}, [anchor.originalText, ...codes.map((code) => h('translation', codeAttributes(code)))]),
      h('name', {}, [name]),
      lot !== undefined && h('lotNumberText', {}, [lot]),
    ]),
  ]);
}
