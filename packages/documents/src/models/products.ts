import type { XmlElementNode } from '@socle-sante/wire/xml';
import { h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import type { Anchor } from './narrative.js';
import { templates } from './remarks.js';
import type { Product } from './schema/shared.js';

const PRODUCT = ['2.16.840.1.113883.10.20.1.53', '1.3.6.1.4.1.19376.1.5.3.1.4.7.2', '1.2.250.1.213.1.1.3.43'] as const;

/** FR-Produit-de-sante (1.2.250.1.213.1.1.3.43) in what consumes it. */
export function productNode({ text, code, otherCodes = [], lot }: Product, anchor: Anchor, typeCode?: 'CSM') {
  // Without a CIS, a code of another system is enough to say what it is.
  const unknown = otherCodes.length > 0 ? {} : { nullFlavor: 'UNK' };
  return consumable(
    [
      h('code', code ? codeAttributes(code) : unknown, [
        anchor.originalText,
        ...otherCodes.map((other) => h('translation', codeAttributes(other))),
      ]),
      h('name', {}, [text]),
      lot !== undefined && h('lotNumberText', {}, [lot]),
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
