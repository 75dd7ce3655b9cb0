import { type Finding, finding } from '@socle-sante/core/finding';
import { SYSTEMS } from '../cda/oids.js';
import type { Path } from '../submission/walk.js';
import type { NotedVaccination, PlannedVaccination, Vaccination } from './schema/vaccination.js';

/** JDV_ImmunizationRouteCodes_CISIS (1.2.250.1.213.1.1.5.676), EDQM. */
const ROUTES = {
  system: '0.4.0.127.0.16.1.1.2.1',
  codes: new Set(['20035000', '20030000', '20020000', '20053000', '20066000']),
};

/** JDV_ImmunizationApproachSiteCode_CISIS (1.2.250.1.213.1.1.5.621), SNOMED CT: forearms, deltoids, shoulders, thighs, buttocks. */
const SITES = {
  system: SYSTEMS.snomed,
  codes: new Set([
    ...['64262003', '66480008', '16217661000119109', '16217701000119102', '91774008', '91775009'],
    ...['11207009', '61396006', '723980000', '723979003'],
  ]),
};

/** What a vaccination must be, besides its form: its route, its site and its product in their own lists. */
export function checkVaccination({
  vaccine,
  route,
  site,
}: Vaccination | NotedVaccination | PlannedVaccination): Finding[] {
  const findings: Finding[] = [];
  const member = (value: typeof route, { system, codes }: typeof ROUTES, set: string, path: Path) => {
    if (!value || (value.codeSystem === system && codes.has(value.code))) return;
    findings.push(finding('documents.vaccination.set', 'error', path, { code: value.code, set }));
  };
  member(route, ROUTES, 'JDV_ImmunizationRouteCodes_CISIS', ['route']);
  member(site, SITES, 'JDV_ImmunizationApproachSiteCode_CISIS', ['site']);
  if (vaccine.code && vaccine.code.codeSystem !== SYSTEMS.cis) {
    findings.push(finding('documents.vaccination.system', 'error', ['vaccine', 'code']));
  }
  return findings;
}
