import type { Coded } from '@socle-sante/core/coded';
import type { VihfBase } from './build.js';
import { roleOf } from './card.js';
import { VihfInputError } from './errors.js';
import { AUTHN_CONTEXTS, type VihfInput, type VihfRoles } from './types.js';
import { ROLE_SYSTEMS, SECTOR_SYSTEM } from './vocabulary.js';

/** What is read of the UserInfo of Pro Santé Connect. Every text may be empty or absent. */
export interface PscUserInfo {
  readonly SubjectNameID?: string;
  readonly authMode?: string;
  readonly SubjectRefPro?: {
    readonly exercices?: readonly PscExercice[];
  };
}

export interface PscExercice {
  readonly codeProfession?: string;
  readonly codeCategorieProfessionnelle?: string;
  readonly nomDexercice?: string;
  readonly prenomDexercice?: string;
  readonly codeSavoirFaire?: string;
  readonly activities?: readonly PscActivity[];
}

export interface PscActivity {
  readonly codeSecteurDactivite?: string;
  readonly codeSectionPharmacien?: string;
  readonly codeRole?: string;
  readonly ancienIdentifiantDeLaStructure?: string;
  readonly raisonSocialeSite?: string;
  readonly enseigneCommercialeSite?: string;
}

/** One situation in which the user may work: an activity of one of his exercices. */
export interface PscSituation {
  /** Stable as long as the directory says the same: profession, category and structure. */
  readonly key: string;
  readonly profession: string;
  readonly category: string;
  readonly skill?: string;
  /** Struct_IdNat; absent when the directory gives none: the VIHF cannot be built from this activity alone. */
  readonly structure?: string;
  readonly structureName?: string;
  readonly sector?: string;
}

interface Chosen extends PscSituation {
  readonly exercice: PscExercice;
  readonly activity: PscActivity;
}

/**
 * Every situation of the user, for him to choose: Pro Santé Connect gives them all and has no notion of the one in use. Empty
 * for identities without an exercice (students, staff).
 */
export function listPscSituations(userInfo: PscUserInfo): readonly PscSituation[] {
  return situations(userInfo).map(({ exercice: _exercice, activity: _activity, ...shown }) => shown);
}

/** What the session does not say. */
export interface PscVihfInput extends Pick<VihfInput, 'software' | 'authnInstant' | 'version' | 'resource'> {
  /** Default `INDIRECTE_RENFORCEE`: two factors were used. Deposits need `INDIRECTE`. */
  readonly mode?: 'INDIRECTE' | 'INDIRECTE_RENFORCEE';
  /** Struct_IdNat, when the activity has none. */
  readonly structure?: string;
  /** Default by `authMode`: TLSClient for a card, MobileTwoFactorUnregistered else. */
  readonly authnContext?: string;
  /** Default: names of the exercice, `NOM Prénom`. */
  readonly subjectId?: string;
}

/**
 * What an assertion says of a user logged in by Pro Santé Connect.
 *
 * Roles, sector and structure are those of the chosen situation, never of the first one. The OID of `SubjectRole` is not the
 * one of the VIHF: only codes are taken. `authnInstant` is `auth_time` of the ID token.
 *
 * @param key `key` of one of {@link listPscSituations}; or profession and category (`10C`) when only one situation has them.
 * @throws VihfInputError `vihf.activity` when there is no such situation or several, or when it says too little.
 */
export function vihfFromPsc(userInfo: PscUserInfo, key: string, input: PscVihfInput): VihfBase {
  const chosen = choose(situations(userInfo), key);
  const structure = chosen.structure ?? input.structure;
  const nameId = trimmed(userInfo.SubjectNameID);
  if (structure === undefined || chosen.sector === undefined || nameId === undefined) {
    throw activityError('The chosen activity has no structure, no sector, or the session has no national identifier.');
  }
  const { nomDexercice, prenomDexercice } = chosen.exercice;
  const card = userInfo.authMode?.toUpperCase() === 'CARD';
  return {
    ...input,
    mode: input.mode ?? 'INDIRECTE_RENFORCEE',
    nameId,
    subjectId:
      input.subjectId ??
      [nomDexercice, prenomDexercice]
        .map((part) => part?.trim() ?? '')
        .join(' ')
        .trim(),
    structure,
    sector: { code: chosen.sector, codeSystem: SECTOR_SYSTEM },
    roles: rolesOf(chosen),
    authnContext: input.authnContext ?? (card ? AUTHN_CONTEXTS.tlsClient : AUTHN_CONTEXTS.mobileTwoFactor),
  };
}

function situations(userInfo: PscUserInfo): readonly Chosen[] {
  const all = (userInfo.SubjectRefPro?.exercices ?? []).flatMap((exercice) =>
    (exercice.activities ?? []).map((activity): Chosen => {
      const profession = trimmed(exercice.codeProfession) ?? '';
      const category = trimmed(exercice.codeCategorieProfessionnelle) ?? '';
      const structure = trimmed(activity.ancienIdentifiantDeLaStructure);
      const skill = trimmed(exercice.codeSavoirFaire);
      const sector = trimmed(activity.codeSecteurDactivite);
      const structureName = trimmed(activity.raisonSocialeSite) ?? trimmed(activity.enseigneCommercialeSite);
      return {
        key: [`${profession}${category}`, structure ?? 'none'].join('-'),
        profession,
        category,
        ...(skill === undefined ? {} : { skill }),
        ...(structure === undefined ? {} : { structure }),
        ...(structureName === undefined ? {} : { structureName }),
        ...(sector === undefined ? {} : { sector }),
        exercice,
        activity,
      };
    }),
  );
  const seen = new Map<string, number>();
  return all.map((item) => {
    const count = (seen.get(item.key) ?? 0) + 1;
    seen.set(item.key, count);
    return count === 1 ? item : { ...item, key: `${item.key}-${count}` };
  });
}

function choose(all: readonly Chosen[], key: string): Chosen {
  const exact = all.find((item) => item.key === key);
  const alike = all.filter((item) => `${item.profession}${item.category}` === key);
  const chosen = exact ?? (alike.length === 1 ? alike[0] : undefined);
  if (chosen !== undefined) return chosen;
  throw activityError(
    alike.length > 1
      ? 'Several activities have this profession and category: give the key of one of them.'
      : 'The session has no such activity.',
  );
}

function rolesOf({ profession, skill, activity }: Chosen): VihfRoles {
  const { professions, titles, social } = ROLE_SYSTEMS;
  const first = [professions, titles, social]
    .map((system) => roleOf(profession, system))
    .find((role) => role !== undefined);
  if (first === undefined)
    throw activityError('The profession of the activity is not one of the list of roles (JDV_J65).');
  const second = secondRole(profession, skill, trimmed(activity.codeSectionPharmacien));
  return second === undefined ? [first] : [first, second];
}

function secondRole(profession: string, skill: string | undefined, section: string | undefined): Coded | undefined {
  if (profession === '21') return section === undefined ? undefined : roleOf(section, ROLE_SYSTEMS.pharmacySections);
  if (profession !== '10' || skill === undefined) return undefined;
  return roleOf(skill, ROLE_SYSTEMS.skills);
}

function trimmed(value: string | undefined): string | undefined {
  const text = value?.trim();
  return text === undefined || text === '' ? undefined : text;
}

function activityError(message: string): VihfInputError {
  return new VihfInputError({
    code: 'vihf.activity',
    message,
    audience: 'user',
    userMessage: {
      fr: { title: 'Situation d’exercice à choisir', action: 'Choisissez la situation dans laquelle vous exercez.' },
      en: { title: 'Choose your activity', action: 'Choose the activity under which you work now.' },
    },
  });
}
