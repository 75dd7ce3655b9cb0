import type { InsIdentifier } from '@socle-sante/core/ins-identifier';

/** Pages of the contextual web access (PDT-INF-527 v1.7). All but `Parametrages` may name a patient. */
export type WebPage =
  | 'TableauDeBord'
  | 'DossierPatient'
  | 'GestionDMPPatient'
  | 'Documents'
  | 'ParcoursDeSoins'
  | 'HistoriqueAcces'
  | 'Parametrages'
  | 'VolontesEtDroits'
  | 'CarnetVaccination';

/**
 * TD0.9: address of a page of the DMP for professionals, to be opened in a browser where the user shows a card or e-CPS.
 * The INS stands in the address: do not log it, and open it without a referrer.
 */
export function webAccessUrl(host: string, page: WebPage, patient?: InsIdentifier): string {
  const suffix = patient === undefined || page === 'Parametrages' ? '' : `/${encodeURIComponent(patient.matricule)}`;
  return `https://${host}/AccesDirect/${page}${suffix}`;
}
