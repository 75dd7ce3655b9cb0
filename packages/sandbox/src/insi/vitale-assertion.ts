import { attributeOf, elements, first, type SimElement, textOf } from './element.js';
import { refuse } from './faults.js';
import { NS } from './namespaces.js';
import { checkIssueInstant, nameIdOf } from './ps-assertion.js';
import { VITALE_ASSERTION } from './schemas.js';
import { violation } from './structure.js';
import { VIRTUAL_VITALE_CARDS, type VirtualVitaleCard } from './vitale-cards.js';

/** Signature methods of the three kinds of carte Vitale. The signature itself needs the card's maker to be verified: only its form is looked at. */
const VITALE_METHODS = [
  'http://www.sesam-vitale.fr/xmldsig/2011/06/V1IGEA-SHA256/20',
  'http://www.sesam-vitale.fr/xmldsig/2011/06/V1SCOT-SHA256/6',
  'http://www.sesam-vitale.fr/xmldsig/2011/06/V2-SHA256',
];

interface VitalePolicy {
  readonly now: Date;
  readonly maxAgeSeconds: number;
  readonly futureSeconds: number;
  /** NameID of the PS assertion. */
  readonly psId: string;
}

function checkOptionalSignature(assertion: SimElement): void {
  const signatures = elements(assertion).filter((child) => child.namespace === NS.ds);
  if (signatures.length === 0) return;
  const [signature] = signatures;
  const method = first(first(signature, NS.ds, 'SignedInfo'), NS.ds, 'SignatureMethod');
  const placed = elements(assertion)[1] === signature && signatures.length === 1 && signature?.local === 'Signature';
  if (!placed || !method || !VITALE_METHODS.includes(attributeOf(method, 'Algorithm') ?? '')) {
    throw refuse('sim_vitale_schema', 'signature de l’assertion VITALE mal placée ou de méthode inconnue');
  }
}

/** Check 9: form, Issuer, age, and a serial number that belongs to a virtual card. Answers the card. */
export function checkVitaleAssertion(assertion: SimElement, policy: VitalePolicy): VirtualVitaleCard {
  checkOptionalSignature(assertion);
  const unsigned = {
    ...assertion,
    children: assertion.children.filter((c) => typeof c === 'string' || c.namespace !== NS.ds),
  };
  const problem = violation(unsigned, VITALE_ASSERTION);
  if (problem) throw refuse('sim_vitale_schema', `assertion VITALE : ${problem}`);
  if (textOf(first(assertion, NS.saml, 'Issuer')) !== policy.psId) throw refuse('sim_vitale_issuer');
  checkIssueInstant(assertion, policy.now, policy, 'sim_vitale_expired');
  const serial = textOf(nameIdOf(assertion));
  const card = VIRTUAL_VITALE_CARDS.find((candidate) => candidate.serial === serial);
  if (!card) throw refuse('sim_vitale_serial');
  return card;
}

/** The card of the assertion is the one whose data stand in the context and in the body: otherwise somebody swapped the card. */
export function refuseSwappedCard(card: VirtualVitaleCard, bam: SimElement, body: SimElement): void {
  const couverture = first(bam, NS.bam, 'COUVERTURE');
  const assure = textOf(first(first(first(couverture, NS.bam, 'ASSURE'), NS.bam, 'Id'), NS.bam, 'Num'));
  const beneficiaire = first(couverture, NS.bam, 'BENEFICIAIRE');
  const ouvrantDroit = textOf(first(first(body, NS.vitale, 'MatriculeOD'), NS.vitale, 'NumIdentifiant'));
  const differs = (a: string | undefined, b: string | undefined) => a !== undefined && b !== undefined && a !== b;
  if (differs(assure, card.assure.nir) || differs(ouvrantDroit, card.assure.nir)) throw refuse('sim_vitale_swapped');
  const rang = textOf(first(beneficiaire, NS.bam, 'Rang'))?.trim();
  if (
    differs(textOf(first(beneficiaire, NS.bam, 'DateNai')), textOf(first(body, NS.vitale, 'DateNaissance'))) ||
    differs(rang, textOf(first(body, NS.vitale, 'RangNaissance')))
  ) {
    throw refuse('sim_vitale_swapped', 'bénéficiaire du contexte différent de celui du corps');
  }
}
