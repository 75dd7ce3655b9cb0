import { AUTHN_CONTEXTS, type VihfBase } from '@socle-sante/vihf';
import type { DmpIdentity } from '../files/identity-file.js';

/** What the VIHF says whatever the call, from `--identity`. The person at the keyboard logs in when the command starts. */
export function vihfBase(identity: DmpIdentity, authnInstant: Date): VihfBase {
  const { mode, user, structure, software, authnContext, vihfVersion } = identity;
  const [first, second] = user.roles;
  if (first === undefined) throw new TypeError('No role.');
  const { oid: _, id, ...declared } = software;
  return {
    mode,
    nameId: user.idNat,
    structure: structure.idNat,
    sector: structure.sector,
    roles: second === undefined ? [first] : [first, second],
    software: { ...declared, ...(id === undefined ? {} : { id }) },
    authnInstant,
    ...(mode === 'DIRECTE'
      ? {}
      : { subjectId: `${user.family} ${user.given}`, authnContext: authnContext ?? AUTHN_CONTEXTS.password }),
    ...(mode === 'DIRECTE' && authnContext !== undefined ? { authnContext } : {}),
    ...(vihfVersion === undefined ? {} : { version: vihfVersion }),
  };
}
