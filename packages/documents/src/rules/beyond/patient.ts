import { validateCog } from '@socle-sante/core/cog';
import { hasErrors } from '@socle-sante/core/finding';
import { validateMatricule } from '@socle-sante/core/matricule';
import { INS_ROOTS } from '../templates/header.js';
import { allText, attr, is, kids, notNull } from '../xml.js';
import { type Beyond, CORE, DMP, end, follow, INS, RNIV, trails } from './context.js';

const TEST_ROOTS = INS_ROOTS.slice(2);

/** The national identity of the patient, and the traits that go with it. */
export function checkPatient({ document, report, profile, environment }: Beyond): void {
  const roles = trails(document, 'recordTarget', 'patientRole');
  const ids = follow(roles, 'id').filter((trail) => INS_ROOTS.includes(attr(end(trail), 'root') ?? ''));
  for (const trail of ids) {
    const element = end(trail);
    const extension = attr(element, 'extension');
    if (extension !== undefined && hasErrors(validateMatricule(extension)))
      report.at(trail, 'cda.patient.matricule', 'error', {}, INS);
    const isTest = TEST_ROOTS.includes(attr(element, 'root') ?? '');
    if (environment === 'production' && isTest) report.at(trail, 'cda.patient.testIdentity', 'error', {}, INS);
    if (environment === 'test' && !isTest) report.at(trail, 'cda.patient.realIdentity', 'error', {}, INS);
  }
  const [role] = roles;
  if (profile === 'dmp' && ids.length === 0 && role !== undefined)
    report.at(role, 'cda.patient.insMissing', 'error', {}, DMP);
  for (const trail of follow(roles, 'patient', 'birthplace', 'place', 'addr', 'county')) {
    // A place that is not known may be said so, but not beside an INS, whose traits are all known.
    if (ids.length === 0 && !notNull(end(trail))) continue;
    if (hasErrors(validateCog(allText(end(trail)).trim()))) report.at(trail, 'cda.patient.county', 'error', {}, INS);
  }
  for (const trail of follow(roles, 'patient', 'birthTime')) {
    if (/^(\d{4}|\d{6})$/.test(attr(end(trail), 'value') ?? ''))
      report.at(trail, 'cda.patient.birthTime', 'warning', {}, INS);
  }
  for (const trail of follow(roles, 'patient', 'name')) {
    const givens = kids(end(trail)).filter((node) => node.local === 'given');
    const [first] = givens.filter(is('qualifier', 'BR')).map((node) => allText(node).trim());
    const [list] = givens.filter((node) => attr(node, 'qualifier') === undefined).map((node) => allText(node).trim());
    if (first !== undefined && list !== undefined && !startsWith(list, first))
      report.at(trail, 'cda.patient.givenNames', 'warning', {}, RNIV);
  }
  for (const trail of addresses(document)) {
    const parts = kids(end(trail)).map((node) => node.local);
    if (parts.includes('streetAddressLine') && parts.some((part) => !LINES.includes(part))) {
      report.at(trail, 'cda.addr.mixed', 'warning', {}, CORE);
    }
  }
}

const LINES = ['streetAddressLine', 'useablePeriod'];

/** The first given name is the first words of the list, hyphens and white space apart. */
function startsWith(list: string, first: string): boolean {
  const plain = (text: string): string =>
    text
      .toUpperCase()
      .replace(/[\s-]+/g, ' ')
      .trim();
  return `${plain(list)} `.startsWith(`${plain(first)} `);
}

/** Addresses of the header. */
function addresses(document: Parameters<typeof trails>[0]): ReturnType<typeof trails> {
  const out: ReturnType<typeof trails> = [];
  const visit = (trail: ReturnType<typeof trails>[number]): void => {
    for (const node of kids(end(trail))) {
      if (node.local === 'component' && trail.length === 1) continue;
      if (node.local === 'addr') out.push([...trail, node]);
      else visit([...trail, node]);
    }
  };
  visit([document]);
  return out;
}
