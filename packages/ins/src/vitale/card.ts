// What a carte Vitale gives to the software. None of it is an INS: the NIR on the card may be the parent's, and the name
// is often the name in use. Source: GIE SESAM-Vitale example kit 2.06.01; "lecture Vitale" API of the GIE.

/** A NIR and its key, as two fields of the card. */
export interface NirVitale {
  /** 13 characters. */
  readonly num: string;
  /** 2 digits. */
  readonly cle: string;
}

/** One person covered by the card. */
export interface VitaleBeneficiary {
  /**
   * Position on the card, from 1, one per person: twins share everything but this and {@link rangNaissance}. Test cards
   * number some twins alike: the reader gives each a position of its own.
   */
  readonly index: number;
  /** Printed name, often the name in use: a hint for the screen, never copied into the birth name. */
  readonly nom?: string;
  readonly prenom?: string;
  readonly nomNaissance?: string;
  /** `YYYY-MM-DD` as read; may be a lunar date. */
  readonly dateNaissance?: string;
  /** Birth rank: the only thing that separates twins. */
  readonly rangNaissance?: number;
  /** NIR of this person, when the card holds it certified. */
  readonly nirCertifie?: NirVitale & { /** `YYYY-MM-DD`. */ readonly dateCertification?: string };
  /** One digit, as read. */
  readonly porteur?: string;
}

/** The generations of cards: they sign with different algorithms. */
export type VitaleCardType = 'V1IGEA' | 'V1SCOT' | 'V2';

/** R real, D demonstration, T test. */
export type VitaleCardNature = 'R' | 'D' | 'T';

/** A card as read. */
export interface VitaleCard {
  /** Logical serial number, digits as the reader gives them. */
  readonly serial: string;
  readonly type: VitaleCardType;
  readonly nature: VitaleCardNature;
  readonly grandRegime?: string;
  readonly organisme?: string;
  readonly codeCentre?: string;
  /** The insured person (« ouvrant droit »): not always the patient. */
  readonly assure: NirVitale;
  readonly beneficiaries: readonly VitaleBeneficiary[];
}

/** The serial number as the assertion wants it: leading zeros stripped, then padded on the left to 12 digits. */
export function normalizeVitaleSerial(serial: string): string {
  return serial.trim().replace(/^0+/, '').padStart(12, '0');
}

/** The only beneficiary at an index of the card; `undefined` when there is none, or more than one. */
export function findBeneficiary(card: VitaleCard, index: number): VitaleBeneficiary | undefined {
  const found = card.beneficiaries.filter((beneficiary) => beneficiary.index === index);
  return found.length === 1 ? found[0] : undefined;
}

/**
 * True when two readings show the same card and the same person at that index: the serial alone does not see that the
 * content of a card was updated (CNDA test 1.03).
 */
export function sameBeneficiary(a: VitaleCard, b: VitaleCard, index: number): boolean {
  if (normalizeVitaleSerial(a.serial) !== normalizeVitaleSerial(b.serial)) return false;
  const left = findBeneficiary(a, index);
  const right = findBeneficiary(b, index);
  return (
    left !== undefined &&
    right !== undefined &&
    left.dateNaissance === right.dateNaissance &&
    left.rangNaissance === right.rangNaissance &&
    left.nirCertifie?.num === right.nirCertifie?.num &&
    left.prenom === right.prenom
  );
}
