// Which records, and a person whose INS is not known: TD0.4, TD0.5.

import { maskMatricule } from '@socle-sante/core/matricule';
import { type Invocation, optionFlag, optionText } from '../../frame/command.js';
import { EXIT } from '../../frame/exit.js';
import { printJson, printLine, table } from '../../frame/print.js';
import { UsageError } from '../../frame/usage-error.js';
import { noteReference, yesNo } from './answer.js';
import { CALL_OPTIONS, callInput, choice, dateOption, dmpCommand, SHOW_OPTION } from './shared.js';

const PATIENTS = 'socle dmp patients --since 2026-01-01 --by document';

export const dmpPatients = dmpCommand({
  path: ['dmp', 'patients'],
  usage: '--since DATE',
  official: 'TD0.4 (patientList)',
  summary: { fr: 'TD0.4 : DMP que l’appelant peut ouvrir', en: 'TD0.4: records that the caller may open' },
  options: {
    since: { type: 'string', value: 'DATE', help: { fr: 'changés depuis', en: 'changed since' } },
    by: {
      type: 'string',
      value: 'authorisation|document',
      help: { fr: 'nouvelle autorisation (défaut) ou nouveau document', en: 'new authorisation (default) or document' },
    },
    owner: {
      type: 'string',
      value: 'PS_IDNAT',
      help: { fr: 'au nom de ce professionnel de la structure', en: 'in the name of this professional' },
    },
    show: SHOW_OPTION,
    ...CALL_OPTIONS,
  },
  example: PATIENTS,
  async run(invocation, { client }) {
    const since = dateOption(invocation, 'since');
    if (since === undefined) throw new UsageError({ fr: 'Il manque --since.', en: '--since is missing.' }, PATIENTS);
    const owner = optionText(invocation, 'owner');
    const { records, messageId } = await client.myPatients({
      ...callInput(invocation),
      since,
      by: choice(invocation, 'by', ['authorisation', 'document']) ?? 'authorisation',
      ...(owner === undefined ? {} : { owner }),
    });
    const show = optionFlag(invocation, 'show');
    const shown = records.map(({ ins, message, ...rest }) => ({
      ...(ins === undefined ? {} : { matricule: show ? ins.matricule : maskMatricule(ins.matricule), oid: ins.oid }),
      ...rest,
      ...(show && message !== undefined ? { message } : {}),
    }));
    if (invocation.json) printJson(invocation, { records: shown, messageId });
    else {
      const fr = invocation.locale === 'fr';
      printLine(
        invocation,
        table(
          fr ? ['matricule', 'médecin traitant', 'dernier ajout'] : ['matricule', 'médecin traitant', 'last addition'],
          shown.map((one) => [
            one.matricule ?? '',
            yesNo(invocation, one.treatingDoctor) ?? '',
            one.lastAddition ?? '',
          ]),
        ),
      );
      noteReference(invocation, messageId);
    }
    return EXIT.ok;
  },
});

const FIND = 'socle dmp find --nom ADRUN --prenom ZOE --naissance 1975-12-31 --sexe F';

export const dmpFind = dmpCommand({
  path: ['dmp', 'find'],
  usage: '--nom NOM',
  official: 'TD0.5 (IHE PDQv3, ITI-47)',
  summary: {
    fr: 'TD0.5 : patient sans INS, en régulation seulement',
    en: 'TD0.5: a patient without INS, régulation only',
  },
  details: {
    fr: 'Mode d’accès centre_15 par défaut. Les traits rendus servent à reconnaître la personne, jamais à remplir son identité : ils ne sont écrits qu’avec --show. Code de sortie 1 : personne.',
    en: 'Access mode centre_15 by default. The traits that come back serve to recognise the person, never to fill an identity: printed with --show only. Exit status 1: nobody.',
  },
  options: {
    nom: { type: 'string', value: 'NOM', help: { fr: 'nom de naissance', en: 'birth name' } },
    prenom: { type: 'string', value: 'PRENOM', help: { fr: 'prénom', en: 'first name' } },
    sexe: { type: 'string', value: 'F|M', help: { fr: 'sexe', en: 'sex' } },
    naissance: { type: 'string', value: 'YYYY-MM-DD', help: { fr: 'date de naissance', en: 'date of birth' } },
    ville: { type: 'string', value: 'VILLE', help: { fr: 'ville', en: 'city' } },
    'code-postal': { type: 'string', value: 'CODE', help: { fr: 'code postal', en: 'postal code' } },
    show: SHOW_OPTION,
    ...CALL_OPTIONS,
  },
  example: FIND,
  async run(invocation, { client }) {
    const { candidates, messageId } = await client.findPatients({
      ...callInput(invocation, 'centre_15'),
      ...traits(invocation),
    });
    const show = optionFlag(invocation, 'show');
    const shown = candidates.map(({ ins, score, opposedToEmergencyAccess, recognise }) => ({
      ...(ins === undefined ? {} : { matricule: show ? ins.matricule : maskMatricule(ins.matricule), oid: ins.oid }),
      score,
      opposedToEmergencyAccess,
      ...(show ? { recognise } : {}),
    }));
    if (invocation.json) printJson(invocation, { candidates: shown, messageId });
    else {
      const fr = invocation.locale === 'fr';
      printLine(
        invocation,
        table(
          fr
            ? ['matricule', '%', ...(show ? ['noms', 'naissance', 'ville'] : [])]
            : ['matricule', '%', ...(show ? ['names', 'birth', 'city'] : [])],
          shown.map((one) => [
            one.matricule ?? '',
            String(one.score ?? ''),
            ...(show
              ? [one.recognise?.names.join(' ') ?? '', one.recognise?.birthDate ?? '', one.recognise?.city ?? '']
              : []),
          ]),
        ),
      );
      noteReference(invocation, messageId);
    }
    return candidates.length > 0 ? EXIT.ok : EXIT.findings;
  },
});

function traits(invocation: Invocation) {
  const family = optionText(invocation, 'nom');
  if (family === undefined) throw new UsageError({ fr: 'Il manque --nom.', en: '--nom is missing.' }, FIND);
  const sex = choice(invocation, 'sexe', ['F', 'M']);
  const given = optionText(invocation, 'prenom');
  const birthDate = optionText(invocation, 'naissance');
  const city = optionText(invocation, 'ville');
  const postalCode = optionText(invocation, 'code-postal');
  return {
    family,
    ...(given === undefined ? {} : { given }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(sex === undefined ? {} : { sex }),
    ...(city === undefined ? {} : { city }),
    ...(postalCode === undefined ? {} : { postalCode }),
  };
}
