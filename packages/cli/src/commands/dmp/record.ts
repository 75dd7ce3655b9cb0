// Whether there is a record, what may be done, who is authorised: TD0.2, TD0.3, TD1.6.

import type { DmpExistence } from '@socle-sante/dmp';
import { DMP_RIGHTS, type RightProfile, rightOf } from '@socle-sante/dmp/rights';
import { type Invocation, optionFlag } from '../../frame/command.js';
import { EXIT } from '../../frame/exit.js';
import { printJson, printLine, table } from '../../frame/print.js';
import { UsageError } from '../../frame/usage-error.js';
import type { OpenDmp } from '../../service/dmp.js';
import { noteReference, printAnswer, yesNo } from './answer.js';
import { ACTION_TEXTS, RIGHT_TEXTS } from './right-texts.js';
import { choice, dmpCommand, PATIENT_OPTIONS, patientInput, SHOW_OPTION } from './shared.js';

const STATUS = {
  none: { fr: 'aucun DMP', en: 'no DMP' },
  active: { fr: 'DMP actif', en: 'active DMP' },
  terminated: { fr: 'DMP fermé', en: 'closed DMP' },
  unknown: { fr: 'état inconnu', en: 'unknown state' },
} as const;

const AUTHORISATION = {
  valid: { fr: 'valide', en: 'valid' },
  expired: { fr: 'expirée', en: 'expired' },
  denied: { fr: 'interdite par le patient', en: 'denied by the patient' },
  none: { fr: 'aucune', en: 'none' },
  unknown: { fr: 'inconnue', en: 'unknown' },
} as const;

const EXISTS = 'socle dmp exists --patient identity-state.json';

export const dmpExists = dmpCommand({
  path: ['dmp', 'exists'],
  usage: '--patient FILE',
  official: 'TD0.2 (HL7 v3 PRPA_IN201307UV02)',
  summary: {
    fr: 'TD0.2 : le patient a-t-il un DMP ? autorisation de l’appelant',
    en: 'TD0.2: does the patient have a DMP? authorisation of the caller',
  },
  details: {
    fr: 'Code de sortie 1 quand il n’y a pas de DMP actif : rien ne peut y être déposé.',
    en: 'Exit status 1 when there is no active DMP: nothing can be deposited.',
  },
  options: PATIENT_OPTIONS,
  example: EXISTS,
  async run(invocation, { client }) {
    const record = await client.existence(await patientInput(invocation, EXISTS));
    printExistence(invocation, record);
    return record.status === 'active' ? EXIT.ok : EXIT.findings;
  },
});

function printExistence(invocation: Invocation, record: DmpExistence): void {
  const { locale } = invocation;
  printAnswer(invocation, { ...record }, [
    [{ fr: 'DMP', en: 'DMP' }, STATUS[record.status][locale]],
    [{ fr: 'Autorisation', en: 'Authorisation' }, AUTHORISATION[record.authorisation.state][locale]],
    [{ fr: 'Médecin traitant', en: 'Médecin traitant' }, yesNo(invocation, record.treatingDoctor)],
    [{ fr: 'Mon espace santé', en: 'Mon espace santé' }, yesNo(invocation, record.attachedToMonEspaceSante)],
  ]);
  noteReference(invocation, record.messageId);
}

const RIGHTS = 'socle dmp rights --patient identity-state.json';

export const dmpRights = dmpCommand({
  path: ['dmp', 'rights'],
  usage: '--patient FILE',
  official: 'TD0.2, PDT-INF-526, PDT-INF-606',
  summary: {
    fr: 'TD0.2 et matrice : ce que l’appelant peut faire sur ce DMP',
    en: 'TD0.2 and matrix: what the caller may do on this DMP',
  },
  details: {
    fr: 'La matrice est publiée pour information : le DMP seul décide.',
    en: 'The matrix is published for information: the DMP alone decides.',
  },
  options: PATIENT_OPTIONS,
  example: RIGHTS,
  async run(invocation, dmp) {
    const input = await patientInput(invocation, RIGHTS);
    const record = await dmp.client.existence(input);
    const profile = profileOf(dmp, record);
    const caller = {
      mode: dmp.client.caller.mode,
      profile,
      ...(input.purpose === undefined ? {} : { purpose: input.purpose }),
    };
    const rights = DMP_RIGHTS.map(({ action, transaction }) => ({
      transaction,
      action,
      right: rightOf(action, caller),
    }));
    if (invocation.json) {
      printJson(invocation, { record, profile, rights });
      return EXIT.ok;
    }
    printExistence(invocation, record);
    printLine(invocation);
    const headers =
      invocation.locale === 'fr' ? ['transaction', 'action', 'droit'] : ['transaction', 'action', 'right'];
    printLine(
      invocation,
      table(
        headers,
        rights.map((row) => [
          row.transaction,
          ACTION_TEXTS[row.action][invocation.locale],
          RIGHT_TEXTS[row.right][invocation.locale],
        ]),
      ),
    );
    return EXIT.ok;
  },
});

function profileOf({ client, settings }: OpenDmp, record: DmpExistence): RightProfile {
  if (client.caller.staff) return 'staff';
  if (client.caller.mode === 'INDIRECTE') return 'structure';
  if (record.treatingDoctor) return 'medecinTraitant';
  return settings.identity.user.roles[0]?.code === '10' ? 'medecin' : 'ps';
}

const AUTHORISE = 'socle dmp authorise --patient identity-state.json';

export const dmpAuthorise = dmpCommand({
  path: ['dmp', 'authorise'],
  usage: '--patient FILE',
  official: 'TD0.3 (setAuthorization)',
  summary: {
    fr: 'TD0.3 : déclare ou retire sa propre autorisation',
    en: 'TD0.3: declares or removes one’s own authorisation',
  },
  details: {
    fr: 'Mode direct ou AIR. Le patient a consenti : la commande ne le demande pas.',
    en: 'Direct or AIR mode. The patient consented: the command does not ask.',
  },
  options: {
    remove: { type: 'boolean', help: { fr: 'retire l’autorisation', en: 'removes the authorisation' } },
    'drop-treating-doctor': {
      type: 'boolean',
      help: { fr: 'n’est plus le médecin traitant', en: 'is no longer the médecin traitant' },
    },
    ...PATIENT_OPTIONS,
  },
  example: AUTHORISE,
  async run(invocation, { client }) {
    const input = await patientInput(invocation, AUTHORISE);
    const [remove, drop] = [optionFlag(invocation, 'remove'), optionFlag(invocation, 'drop-treating-doctor')];
    if (remove && drop) {
      throw new UsageError({ fr: 'Une seule action à la fois.', en: 'One action at a time.' }, AUTHORISE);
    }
    const change = await (drop
      ? client.dropTreatingDoctor(input)
      : remove
        ? client.unauthorise(input)
        : client.authorise(input));
    printAnswer(invocation, { ...change }, [
      [{ fr: 'Réponse', en: 'Answer' }, change.status],
      [{ fr: 'Précision', en: 'Detail' }, change.context],
    ]);
    noteReference(invocation, change.messageId);
    return EXIT.ok;
  },
});

const AUTHORISATIONS = 'socle dmp authorisations --patient identity-state.json --which active';

export const dmpAuthorisations = dmpCommand({
  path: ['dmp', 'authorisations'],
  usage: '--patient FILE',
  official: 'TD1.6 (listAuthorizationByPatient)',
  summary: { fr: 'TD1.6 : professionnels autorisés ou bloqués', en: 'TD1.6: professionals authorised or blocked' },
  options: {
    which: {
      type: 'string',
      value: 'all|active|blocked',
      help: { fr: 'lesquels (all)', en: 'which ones (all)' },
    },
    show: SHOW_OPTION,
    ...PATIENT_OPTIONS,
  },
  example: AUTHORISATIONS,
  async run(invocation, { client }) {
    const which = choice(invocation, 'which', ['all', 'active', 'blocked']);
    const { professionals, messageId } = await client.authorisations({
      ...(await patientInput(invocation, AUTHORISATIONS)),
      ...(which === undefined ? {} : { which }),
    });
    const show = optionFlag(invocation, 'show');
    const shown = professionals.map(({ nationalId, nationalIdType, family, given, ...rest }) =>
      show ? { nationalId, nationalIdType, family, given, ...rest } : rest,
    );
    if (invocation.json) printJson(invocation, { professionals: shown, messageId });
    else {
      const fr = invocation.locale === 'fr';
      printLine(
        invocation,
        table(
          fr
            ? ['mode', 'depuis', 'spécialité', ...(show ? ['identifiant', 'nom'] : [])]
            : ['mode', 'since', 'specialty', ...(show ? ['identifier', 'name'] : [])],
          professionals.map((one) => [
            one.mode ?? '',
            one.since ?? '',
            one.specialtyLabel ?? one.specialtyCode ?? '',
            ...(show ? [one.nationalId, `${one.family ?? ''} ${one.given ?? ''}`.trim()] : []),
          ]),
        ),
      );
      noteReference(invocation, messageId);
    }
    return EXIT.ok;
  },
});
