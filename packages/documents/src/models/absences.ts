import type { Coded } from '@socle-sante/core/coded';
import type { Known } from './schema/shared.js';
import { coded } from './values.js';

/** Code system of what is absent or unknown (International Patient Summary). */
const ABSENT = '2.16.840.1.113883.5.1150.1';

interface Absence {
  /** Nothing of the kind is known. */
  readonly none: Coded;
  /** Nobody knows whether there is anything of the kind. */
  readonly unknown: Coded;
}

const absence = (none: readonly [string, string], unknown: readonly [string, string]): Absence => ({
  none: coded(...none, ABSENT),
  unknown: coded(...unknown, ABSENT),
});

/** JDV_AbsentOrUnknown* of the CI-SIS. */
export const ABSENCES = {
  problems: absence(
    ['no-known-problems', 'Pas de problème connu'],
    ['no-problem-info', "Pas d'information sur les problèmes"],
  ),
  procedures: absence(
    ['no-known-procedures', "Pas d'acte ou intervention connu"],
    ['no-procedure-info', "Pas d'information sur les actes et interventions"],
  ),
  allergies: absence(
    ['no-known-allergies', "Pas d'allergie/hypersensibilité connue"],
    ['no-allergy-info', 'Pas d’information sur les allergies/hypersensibilités'],
  ),
  treatments: absence(
    ['no-known-medications', 'Pas de traitement médicamenteux connu'],
    ['no-medication-info', "Pas d'information sur les traitements médicamenteux"],
  ),
  vaccinations: absence(
    ['no-known-immunizations', 'Pas de vaccin connu'],
    ['no-immunization-info', "Pas d'information sur les vaccins"],
  ),
  devices: absence(
    ['no-known-devices', 'Pas de dispositif médical connu'],
    ['no-device-info', "Pas d'information sur les dispositifs médicaux"],
  ),
} as const;

/** The items of a list, and the code that stands for them when there is none. */
export function known<Item>(list: Known<Item>, { none, unknown }: Absence) {
  if (list === 'noInformation') return { items: [], absent: unknown, asked: false } as const;
  return { items: list, absent: list.length === 0 ? none : undefined, asked: true } as const;
}
