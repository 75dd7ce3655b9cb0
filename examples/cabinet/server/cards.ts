import type { VitaleCard } from '@socle-sante/ins/vitale';
import { VIRTUAL_VITALE_CARDS } from '@socle-sante/sandbox/insi';

/** A card of the simulator, as a reader would give it. In production the reader is yours: `VitaleReader`. */
export function simulatedCard(name: string): VitaleCard {
  const found = VIRTUAL_VITALE_CARDS.find(({ card }) => card === name);
  if (!found) throw new RangeError(`No simulated carte Vitale ${name}.`);
  const { serial, grandRegime, organisme, codeCentre, assure, beneficiaries } = found;
  return {
    serial,
    type: 'V2',
    nature: 'T',
    grandRegime,
    organisme,
    codeCentre,
    assure: { num: assure.nir, cle: assure.cle },
    beneficiaries: beneficiaries.map(({ nom, prenom, dateNaissance, rangNaissance }, position) => ({
      index: position + 1,
      nom,
      prenom,
      dateNaissance,
      rangNaissance,
    })),
  };
}
