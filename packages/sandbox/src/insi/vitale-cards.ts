/** A beneficiary as a carte Vitale shows them. The person behind is found by `personId` in the registry. */
export interface VirtualBeneficiary {
  /** Position on the card as the test set numbers it; two persons may share one. */
  readonly index: number;
  readonly personId: string;
  /** Name printed on the card; often the nom utilisé. */
  readonly nom: string;
  readonly prenom: string;
  /** `YYYY-MM-DD`, lunar dates allowed. */
  readonly dateNaissance: string;
  /** Birth rank: the only thing that separates twins. */
  readonly rangNaissance: number;
}

/** A virtual carte Vitale. Serial numbers and régime codes are the simulator's own. */
export interface VirtualVitaleCard {
  /** Number of the card in its test set (`04`, or `insi-01` for the CNDA's "INSi 01"). */
  readonly card: string;
  /** 12 digits. */
  readonly serial: string;
  readonly grandRegime: string;
  readonly organisme: string;
  readonly codeCentre: string;
  /** NIR and key of the *assuré* (ouvrant droit). Never to be taken for the INS of a beneficiary. */
  readonly assure: { readonly nir: string; readonly cle: string };
  readonly beneficiaries: readonly VirtualBeneficiary[];
}

type BeneficiaryRow = readonly [
  index: number,
  personId: string,
  nom: string,
  prenom: string,
  dateNaissance: string,
  rang?: number,
];

function card(
  name: string,
  serial: string,
  nir: string,
  cle: string,
  rows: readonly BeneficiaryRow[],
): VirtualVitaleCard {
  return {
    card: name,
    serial,
    grandRegime: '01',
    organisme: '349',
    codeCentre: '9881',
    assure: { nir, cle },
    beneficiaries: rows.map(([index, personId, nom, prenom, dateNaissance, rangNaissance = 1]) => ({
      index,
      personId,
      nom,
      prenom,
      dateNaissance,
      rangNaissance,
    })),
  };
}

/** Grouping of the DMP test patients by card, and the CNDA card "INSi 01" (beneficiaries Ruth and Donatello). */
export const VIRTUAL_VITALE_CARDS: readonly VirtualVitaleCard[] = [
  card('insi-01', '000099001001', '2770763220829', '10', [
    [1, 'nessi-ruth', 'DE VINCI', 'RUTH', '1977-07-14'],
    [2, 'nessi-donatello', 'NESSI', 'DONATELLO', '2012-05-05'],
  ]),
  card('01', '000099000001', '1730826221701', '11', [
    [1, 'dmp-ins-famille-un-jean-michel', 'INS-FAMILLE-UN', 'JEAN-MICHEL', '1973-08-07'],
  ]),
  card('03', '000099000003', '1600426221703', '97', [
    [1, 'dmp-insfamilletrois-assurancetourix', 'INSFAMILLETROIS', 'ASSURANCETOURIX', '1960-04-14'],
    [2, 'dmp-insfamilletrois-abraracoursix', 'INSFAMILLETROIS', 'ABRARACOURSIX', '1993-10-05'],
    [3, 'dmp-insfamilletrois-jeanne', 'INSFAMILLETROIS', 'JEANNE', '1994-09-04'],
  ]),
  card('04', '000099000004', '1671126221704', '59', [
    [1, 'dmp-insfamillequatre-arthur', 'INSFAMILLEQUATRE', 'ARTHUR', '1967-11-14'],
    [2, 'dmp-conjointe-roseanne', 'INSFAMILLEQUATRE', 'ROSEANNE', '1975-04-04'],
    [3, 'dmp-insfamillequatre-jumeautrois', 'INSFAMILLEQUATRE', 'JUMEAUTROIS', '1999-01-15', 3],
    [4, 'dmp-insfamillequatre-jumeauun', 'INSFAMILLEQUATRE', 'JUMEAUUN', '1999-01-15', 1],
    [4, 'dmp-insfamillequatre-jumeauquatre', 'INSFAMILLEQUATRE', 'JUMEAUQUATRE', '1999-01-15', 4],
    [5, 'dmp-insfamillequatre-jumeaudeux', 'INSFAMILLEQUATRE', 'JUMEAUDEUX', '1999-01-15', 2],
    [7, 'dmp-insfamillequatre-jean-hugues', 'INSFAMILLEQUATRE', 'JEAN-HUGUES', '2001-07-23'],
    [8, 'dmp-maximop-nadine', 'MAXIMOP', 'NADINE', '2002-09-18'],
    [9, 'dmp-maximop-celine', 'MAXIMOP', 'CELINE', '2003-06-25'],
  ]),
  card('08', '000099000008', '1730526221101', '78', [
    [1, 'dmp-insfamillehuit-jean', 'INSFAMILLEHUIT', 'JEAN', '1973-05-07'],
  ]),
  card('09', '000099000009', '1740626221107', '39', [
    [1, 'dmp-insfamilleneuf-thierry', 'INSFAMILLENEUF', 'THIERRY', '1974-06-07'],
    [2, 'dmp-insfamilleneuf-laurent', 'INSFAMILLENEUF', 'LAURENT', '2003-07-06'],
  ]),
  card('11', '000099000011', '1700826221701', '61', [
    [1, 'dmp-ins-famille-onze-paul-jean-marc', 'INS-FAMILLE-ONZE', 'PAUL', '1970-08-07'],
    [2, 'dmp-ins-famille-onze-jean-claude', 'INS-FAMILLE-ONZE', 'JEAN-CLAUDE', '1999-07-06'],
    [3, 'dmp-ins-famille-onze-corse', 'INS-FAMILLE-ONZE', 'CORSE', '2001-07-14'],
  ]),
];

/** Leading zeros stripped, then padded to 12 digits: how a Vitale assertion writes a serial number. */
export function normaliseSerial(serial: string): string {
  return serial.replace(/^0+/, '').padStart(12, '0');
}
