import type { Coded } from '@socle-sante/core/coded';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { h, hx } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import type { Anchor } from './narrative.js';
import { templates } from './remarks.js';
import type { DispensedMedicine } from './schema/medicine.js';
import type { Product } from './schema/shared.js';
import { clinicalTime, decimal } from './values.js';

const PRODUCT = ['2.16.840.1.113883.10.20.1.53', '1.3.6.1.4.1.19376.1.5.3.1.4.7.2', '1.2.250.1.213.1.1.3.43'] as const;
/** Medicine Entry (IHE PHARM PRE). */
const MEDICINE = '1.3.6.1.4.1.19376.1.9.1.3.1';

/** `manufacturedProduct` of a medicine (FR-Produit-de-sante 1.2.250.1.213.1.1.3.43), with what IHE Pharmacy adds. */
export function medicineNode(medicine: DispensedMedicine, anchor: Anchor): XmlElementNode {
  const { code, otherCodes = [], name, form, lot, expires, generic, substances = [] } = medicine;
  return h('manufacturedProduct', { classCode: 'MANU' }, [
    ...templates(...PRODUCT),
    h('manufacturedMaterial', { classCode: 'MMAT', determinerCode: 'KIND' }, [
      ...templates(MEDICINE),
      h('code', code ? codeAttributes(code) : { nullFlavor: 'NA' }, [
        anchor.originalText,
        ...otherCodes.map((other) => h('translation', codeAttributes(other))),
      ]),
      name === undefined ? h('name', { nullFlavor: 'NA' }) : h('name', {}, [name]),
      form && hx('pharm', 'formCode', codeAttributes(form)),
      lot !== undefined && h('lotNumberText', {}, [lot]),
      expires !== undefined && hx('pharm', 'expirationTime', { value: clinicalTime(expires) }),
      medicine.package && packageNode(medicine.package),
      generic && genericNode(generic),
      ...substances.map(substanceNode),
    ]),
  ]);
}

function packageNode({ code, form, capacity }: NonNullable<DispensedMedicine['package']>): XmlElementNode {
  return hx('pharm', 'asContent', { classCode: 'CONT' }, [
    hx('pharm', 'containerPackagedMedicine', { classCode: 'CONT', determinerCode: 'INSTANCE' }, [
      hx('pharm', 'code', codeAttributes(code)),
      hx('pharm', 'name', {}, [code.displayName]),
      form && hx('pharm', 'formCode', codeAttributes(form)),
      capacity && hx('pharm', 'capacityQuantity', { value: decimal(capacity.value), unit: capacity.unit }),
    ]),
  ]);
}

/** What a medicine is the same as. */
export function genericNode(generic: Coded): XmlElementNode {
  return hx('pharm', 'asSpecializedKind', { classCode: 'GRIC' }, [
    hx('pharm', 'generalizedMedicineClass', { classCode: 'MMAT' }, [
      hx('pharm', 'code', codeAttributes(generic)),
      hx('pharm', 'name', {}, [generic.displayName]),
    ]),
  ]);
}

/** An active substance, and how much of it there is. */
export function substanceNode({ code, strength }: NonNullable<Product['substances']>[number]): XmlElementNode {
  const quantity = (local: string, { value, unit }: { readonly value: number; readonly unit: string }) =>
    h(local, { 'xsi:type': 'PQ', value: decimal(value), unit });
  return hx('pharm', 'ingredient', { classCode: 'ACTI' }, [
    strength &&
      hx('pharm', 'quantity', {}, [quantity('numerator', strength.of), quantity('denominator', strength.per)]),
    hx('pharm', 'ingredient', { classCode: 'MMAT', determinerCode: 'KIND' }, [
      hx('pharm', 'code', codeAttributes(code)),
      hx('pharm', 'name', {}, [code.displayName]),
    ]),
  ]);
}

/** The medicine that an entry inside another does not name again: of a step of a posology, or of a reference. */
export function sameMedicineNode(): XmlElementNode {
  return h('consumable', { typeCode: 'CSM' }, [
    h('manufacturedProduct', { classCode: 'MANU' }, [
      ...templates(...PRODUCT),
      h('manufacturedMaterial', { classCode: 'MMAT', determinerCode: 'KIND', nullFlavor: 'NA' }, [
        ...templates(MEDICINE),
        h('code', { nullFlavor: 'NA' }),
        h('name', { nullFlavor: 'NA' }),
      ]),
    ]),
  ]);
}
