import type { XmlElementNode } from '@socle-sante/wire/xml';
import { h, hx } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import { genericNode, substanceNode } from './medicine.js';
import type { Anchor } from './narrative.js';
import { templates } from './remarks.js';
import type { Product } from './schema/shared.js';
import { shownQuantity } from './values.js';

const PRODUCT = ['2.16.840.1.113883.10.20.1.53', '1.3.6.1.4.1.19376.1.5.3.1.4.7.2', '1.2.250.1.213.1.1.3.43'] as const;

/** FR-Produit-de-sante (1.2.250.1.213.1.1.3.43) in what consumes it. */
export function productNode(product: Product, anchor: Anchor, typeCode?: 'CSM') {
  const { text, code, otherCodes = [], form, lot, generic, substances = [] } = product;
  // Without a CIS, a code of another system is enough to say what it is.
  const unknown = otherCodes.length > 0 ? {} : { nullFlavor: 'UNK' };
  return consumable(
    [
      h('code', code ? codeAttributes(code) : unknown, [
        anchor.originalText,
        ...otherCodes.map((other) => h('translation', codeAttributes(other))),
      ]),
      h('name', {}, [text]),
      form && hx('pharm', 'formCode', codeAttributes(form)),
      lot !== undefined && h('lotNumberText', {}, [lot]),
      generic && genericNode(generic),
      ...substances.map(substanceNode),
    ],
    typeCode,
  );
}

/** The product that is not: nothing is taken, or nobody knows what. */
export function noProductNode(typeCode?: 'CSM'): XmlElementNode {
  return consumable([h('code', { nullFlavor: 'NA' }), h('name', { nullFlavor: 'NA' })], typeCode);
}

function consumable(material: Parameters<typeof h>[2], typeCode: 'CSM' | undefined): XmlElementNode {
  return h('consumable', { typeCode }, [
    h('manufacturedProduct', {}, [...templates(...PRODUCT), h('manufacturedMaterial', {}, material)]),
  ]);
}

/** The composition of a product as a reader writes it: `lévothyroxine sodique 75 ug`. */
export function shownComposition({ form, generic, substances = [] }: Product): string | undefined {
  const parts = [
    form?.displayName,
    generic?.displayName,
    ...substances.map(({ code, strength }) => {
      if (!strength) return code.displayName;
      const { of, per } = strength;
      return `${code.displayName} ${shownQuantity(of)}${per.value === 1 && per.unit === '1' ? '' : ` / ${shownQuantity(per)}`}`;
    }),
  ];
  const said = parts.filter((part) => part !== undefined);
  return said.length > 0 ? said.join(', ') : undefined;
}
