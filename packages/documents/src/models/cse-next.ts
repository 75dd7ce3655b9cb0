import { type Finding, finding } from '@socle-sante/core/finding';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import { type CertifiedVaccine, FOLLOW_UPS, VACCINES } from './cse-codes.js';
import { type Line, loinc, type Narrator, section } from './narrative.js';
import { productNode } from './products.js';
import { commentRemark, relations, templates } from './remarks.js';
import type { Administration, CertifiedVaccination, FollowUp } from './schema/child-certificate.js';
import type { Product } from './schema/shared.js';
import type { Vaccination } from './schema/vaccination.js';
import { TREATMENT } from './treatments.js';
import { checkVaccination } from './vaccination-checks.js';
import { vaccinationsSection } from './vaccinations.js';
import { at, clinicalTime, coded, decimal, shownDate, shownQuantity } from './values.js';

type Certified = CertifiedVaccination<CertifiedVaccine>;

/** FR-Vaccinations, each vaccine by what it protects from. */
export function certifiedVaccinations(narrator: Narrator, list: readonly Certified[]): XmlElementNode {
  return vaccinationsSection(narrator, list.map(vaccinationOf));
}

function vaccinationOf({ against, series = 'initial', product, lot, ...rest }: Certified): Vaccination {
  const { text, atc } = VACCINES[against];
  const named = product ? `${text} (${product.displayName})` : text;
  return { ...rest, series, vaccine: { text: named, code: product, otherCodes: [atc], lot } };
}

/** Route and product of the vaccinations of a certificate. */
export function checkCertified(list: readonly Certified[]): Finding[] {
  return list.flatMap((one, index) =>
    checkVaccination(vaccinationOf(one)).map((wrong) => {
      // What is wrong of the product is said where it was given.
      const inner = (wrong.path ?? []).join('.') === 'vaccine.code' ? ['product'] : (wrong.path ?? []);
      return { ...wrong, path: ['body', 'content', 'vaccinations', index, ...inner] };
    }),
  );
}

/** FR-Plan-de-soins (1.2.250.1.213.1.1.2.158): who the child will see next. */
export function followUpSection(narrator: Narrator, followUps: readonly FollowUp[]): XmlElementNode {
  return section(narrator, {
    templateIds: ['2.16.840.1.113883.10.20.1.10', '1.3.6.1.4.1.19376.1.5.3.1.3.36', '1.2.250.1.213.1.1.2.158'],
    code: loinc('18776-5', 'Plan de soins'),
    title: 'Plan de soins',
    head: ['Orientation', 'Date envisagée', 'Commentaire'],
    lines: followUps.map((one) => followUpLine(narrator, one)),
    empty: 'Aucune orientation demandée.',
  });
}

/** FR-Rencontre (1.2.250.1.213.1.1.3.58), to be agreed. */
function followUpLine(narrator: Narrator, { to, at: when, comment }: FollowUp): Line {
  const kind = FOLLOW_UPS[to];
  const anchor = narrator.anchor(kind.displayName);
  const said = comment === undefined ? undefined : commentRemark(narrator, comment);
  const ambulatory = coded('AMB', 'Ambulatoire (hors établissement)', '2.16.840.1.113883.5.4');
  const entry = h('encounter', { classCode: 'ENC', moodCode: 'ARQ' }, [
    ...templates('2.16.840.1.113883.10.20.1.25', '1.3.6.1.4.1.19376.1.5.3.1.4.14', '1.2.250.1.213.1.1.3.58'),
    narrator.id(),
    h('code', codeAttributes(ambulatory), [
      h('qualifier', {}, [
        h('name', codeAttributes(coded('GEN-314', 'Type de rencontre', SYSTEMS.taAsip, 'TA_ASIP'))),
        h('value', codeAttributes(kind)),
      ]),
    ]),
    anchor.text,
    at(when),
    ...relations(said),
  ]);
  return { cells: [anchor.content, when !== undefined && shownDate(when), said?.shown], entry };
}

/** What may be given to a child, by its class, when the product is not told. */
export interface GivenClass {
  readonly label: string;
  readonly product: Product;
}

/** FR-Traitements-administres (1.2.250.1.213.1.1.2.145). */
export function givenSection(
  narrator: Narrator,
  list: readonly (readonly [GivenClass, Administration])[],
): XmlElementNode {
  return section(narrator, {
    templateIds: ['1.3.6.1.4.1.19376.1.5.3.1.3.21', '1.2.250.1.213.1.1.2.145'],
    code: loinc('18610-6', 'Traitements administrés'),
    title: 'Médicaments administrés',
    head: ['Traitement', 'Médicament', 'Administré', 'Date', 'Voie', 'Dose', 'Lot n°'],
    lines: list.map(([what, one]) => givenLine(narrator, what, one)),
  });
}

/** FR-Traitement (1.2.250.1.213.1.1.3.42), given or not. */
function givenLine(narrator: Narrator, what: GivenClass, one: Administration): Line {
  const { given, at: when, product = what.product, route, dose } = one;
  const anchor = narrator.anchor(product.text);
  const quantity = dose && { value: decimal(dose.value), unit: dose.unit };
  const entry = h('substanceAdministration', { classCode: 'SBADM', moodCode: 'EVN', negationInd: String(!given) }, [
    ...templates(...TREATMENT),
    narrator.id(),
    h('code', { code: 'DRUG', displayName: 'Médicament', codeSystem: '2.16.840.1.113883.5.4' }),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    h('effectiveTime', { 'xsi:type': 'IVL_TS' }, [
      h('low', when === undefined ? { nullFlavor: given ? 'UNK' : 'NA' } : { value: clinicalTime(when) }),
      h('high', { nullFlavor: 'NA' }),
    ]),
    route && h('routeCode', codeAttributes(route)),
    quantity && h('doseQuantity', {}, [h('low', quantity), h('high', quantity)]),
    productNode(product, anchor),
  ]);
  const cells = [
    what.label,
    anchor.content,
    given ? 'Oui' : 'Non',
    when !== undefined && shownDate(when),
    route?.displayName,
    dose && shownQuantity(dose),
    product.lot,
  ];
  return { cells, entry };
}

/** A medicine that was not given has no date, no product of its own, no dose. */
export function checkGiven(one: Administration, path: readonly (string | number)[]): Finding[] {
  if (one.given) return [];
  return (['at', 'product', 'route', 'dose'] as const).flatMap((field) =>
    one[field] === undefined ? [] : [finding('documents.model.notHere', 'error', [...path, field], { field })],
  );
}
