import { validateMatricule } from '@socle-sante/core/matricule';
import { normalizeName } from '@socle-sante/core/traits';
import type { BenchCase } from '../case.js';

/** Official public test identity ADRUN ZOE. */
const MATRICULE = '275126322074974';

export const matriculeCheck: BenchCase = {
  name: 'core.matricule.check',
  subject: 'validateMatricule',
  reference: 'regular expression and remainder by 97, nothing else',
  prepare: () => ({
    subject: () => validateMatricule(MATRICULE),
    reference: () =>
      /^\d{15}$/.test(MATRICULE) && 97 - (Number(MATRICULE.slice(0, 13)) % 97) === Number(MATRICULE.slice(13)),
  }),
};

const TYPED = 'd’Ærtagnan de l’Hérault';

export const normalisation: BenchCase = {
  name: 'core.name.normalise',
  subject: 'normalizeName, with its report of changes',
  reference: 'String.normalize, replace and toUpperCase, no report',
  prepare: () => ({
    subject: () => normalizeName(TYPED, 'nom'),
    reference: () =>
      TYPED.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").replaceAll('Æ', 'AE').toUpperCase(),
  }),
};
