// From the card to WS_INS1. Source: public SOAP templates INSi (COUVERTURE and RECVITALE); everything that the card gives is
// sent, since no published text says which parts are mandatory. The NIR of the insured person is never taken for the INS.

import type { RecVitale } from '../insi/bodies.js';
import type { Couverture } from '../insi/contexts.js';
import type { NirVitale, VitaleBeneficiary, VitaleCard } from './card.js';

/** What WS_INS1 sends for one beneficiary: the body, and the coverage of the BAM context. */
export interface VitaleRequest {
  readonly body: RecVitale;
  readonly couverture: Couverture;
}

/** Maps a card and one of its beneficiaries. Letters of Corsican numbers are put in upper case, as the schema wants. */
export function vitaleRequest(card: VitaleCard, beneficiary: VitaleBeneficiary): VitaleRequest {
  const assure = upper(card.assure);
  const { nirCertifie, dateNaissance, rangNaissance, nomNaissance, porteur } = beneficiary;
  const own = nirCertifie && upper(nirCertifie);
  return {
    body: {
      ...(own ? { matriculeIndividu: { numIdentifiant: own.num, cle: own.cle } } : {}),
      matriculeOD: { numIdentifiant: assure.num, cle: assure.cle },
      ...(nomNaissance ? { nomNaissance } : {}),
      ...(dateNaissance ? { dateNaissance } : {}),
      ...(rangNaissance === undefined ? {} : { rangNaissance: String(rangNaissance) }),
    },
    couverture: {
      ...(card.grandRegime ? { grandRegime: card.grandRegime } : {}),
      ...(card.organisme ? { organisme: card.organisme } : {}),
      ...(card.codeCentre ? { codeCentre: card.codeCentre } : {}),
      assure,
      beneficiaire: {
        ...(own
          ? {
              nir: {
                ...own,
                ...(nirCertifie?.dateCertification ? { dateCertification: nirCertifie.dateCertification } : {}),
              },
            }
          : {}),
        ...(dateNaissance ? { dateNai: dateNaissance } : {}),
        ...(rangNaissance === undefined ? {} : { rang: rangNaissance }),
        ...(porteur ? { porteur } : {}),
      },
    },
  };
}

function upper(nir: NirVitale): NirVitale {
  return { num: nir.num.trim().toUpperCase(), cle: nir.cle.trim() };
}
