import type { Coded } from '@socle-sante/core/coded';
import { type Finding, finding } from '@socle-sante/core/finding';
import type { ConceptSet } from '@socle-sante/nomenclatures';
import { findConcept } from '@socle-sante/nomenclatures/lookup';
import { ROLE_SYSTEMS } from '../vocabulary.js';
import { REF } from './context.js';

const FIRST: readonly string[] = [
  ROLE_SYSTEMS.professions,
  ROLE_SYSTEMS.training,
  ROLE_SYSTEMS.machines,
  ROLE_SYSTEMS.titles,
  ROLE_SYSTEMS.social,
  ROLE_SYSTEMS.byRole,
];

interface SecondRole {
  readonly system: string;
  readonly required: boolean;
}

/** What follows each first role. Dentists and nurses may have a savoir-faire of the same table; the others have none. */
function secondOf(first: Coded): SecondRole | undefined {
  const is = (code: string, system: string) => first.code === code && first.codeSystem === system;
  if (is('10', ROLE_SYSTEMS.professions)) return { system: ROLE_SYSTEMS.skills, required: true };
  if (is('21', ROLE_SYSTEMS.professions)) return { system: ROLE_SYSTEMS.pharmacySections, required: true };
  if (is('40', ROLE_SYSTEMS.professions) || is('60', ROLE_SYSTEMS.professions)) {
    return { system: ROLE_SYSTEMS.skills, required: false };
  }
  if (is('99', ROLE_SYSTEMS.byRole)) return { system: ROLE_SYSTEMS.namedRoles, required: true };
  return undefined;
}

/** The roles of the user: list, order, and the second one that some professions need. */
export function checkRoles(roles: readonly Coded[], list: ConceptSet): Finding[] {
  const [first, second] = roles;
  // An assertion without a role lacks a claim: said elsewhere.
  if (first === undefined) return [];
  const findings = roles.flatMap((role, index) => checkRole(role, index, list));
  if (roles.length > 2) findings.push(finding('vihf.role.count', 'error', ['roles'], { count: roles.length }, REF));
  if (!FIRST.includes(first.codeSystem)) {
    findings.push(finding('vihf.role.first', 'error', ['roles', 0], { code: clip(first.code) }, REF));
    return findings;
  }
  const wanted = secondOf(first);
  if (second === undefined) {
    if (wanted?.required) {
      findings.push(finding('vihf.role.secondMissing', 'error', ['roles'], { code: clip(first.code) }, REF));
    }
  } else if (wanted === undefined) {
    findings.push(finding('vihf.role.secondUnexpected', 'warning', ['roles', 1], { code: clip(first.code) }, REF));
  } else if (second.codeSystem !== wanted.system) {
    const params = { code: clip(first.code), expected: wanted.system };
    findings.push(finding('vihf.role.secondSystem', 'error', ['roles', 1], params, REF));
  }
  return findings;
}

function checkRole(role: Coded, index: number, list: ConceptSet): Finding[] {
  const concept = findConcept(list, role.code, role.codeSystem);
  const params = { code: clip(role.code), codeSystem: clip(role.codeSystem) };
  if (concept === undefined) return [finding('vihf.role.value', 'error', ['roles', index], params, REF)];
  if (concept.label === role.displayName) return [];
  return [finding('vihf.role.label', 'warning', ['roles', index], { ...params, expected: concept.label }, REF)];
}

/** A code for a finding: codes are short, and a text put in their place must not be told. */
export function clip(code: string): string {
  return /^[\w.:-]{0,40}$/.test(code) ? code : '…';
}
