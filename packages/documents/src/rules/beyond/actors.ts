import { hasErrors } from '@socle-sante/core/finding';
import { validateIdNatPs, validateIdNatStruct } from '@socle-sante/core/identifiers';
import { INS_ROOTS } from '../templates/header.js';
import { PS_ROOT, STRUCTURE_ROOT } from '../templates/shared.js';
import { attr, has, kid, notNull } from '../xml.js';
import { type Beyond, CORE, DMP, end, follow, forDmp, type Trail, trails } from './context.js';

/** Who wrote, who answers, for whom: what the metadata will need. */
export function checkActors(beyond: Beyond): void {
  for (const trail of trails(beyond.document, 'author', 'assignedAuthor')) checkAuthor(trail, beyond);
  const { document, report, profile } = beyond;
  for (const trail of trails(document, 'legalAuthenticator', 'assignedEntity')) {
    const isPatient = follow([trail], 'id').some((id) => INS_ROOTS.includes(attr(end(id), 'root') ?? ''));
    if (!has('assignedPerson')(end(trail)) && !isPatient) {
      report.at(trail, 'cda.legalAuthenticator.person', forDmp(profile), {}, DMP);
    }
    checkIdentifiers(trail, beyond);
  }
  for (const trail of trails(document, 'informationRecipient', 'intendedRecipient', 'telecom')) {
    if (/@[^@]*mssante\.fr$/i.test(attr(end(trail), 'value') ?? ''))
      report.at(trail, 'cda.informationRecipient.routing', 'warning', {}, CORE);
  }
}

/** A professional, the patient, a system of a structure or a digital service: each states other things. */
function checkAuthor(trail: Trail, beyond: Beyond): void {
  const { report } = beyond;
  const author = end(trail);
  const roots = follow([trail], 'id').map((id) => attr(end(id), 'root') ?? '');
  const code = kid(author, 'code');
  const system = code !== undefined && (attr(code, 'codeSystem') ?? '') === '1.2.250.1.213.1.1.4.6';
  const isPatient =
    roots.some((root) => INS_ROOTS.includes(root)) || (code !== undefined && attr(code, 'code') === 'EXP_PATIENT');
  const say = (rule: string): void => report.at(trail, `cda.author.${rule}`, 'error', {}, CORE);
  if (isPatient) {
    if (!has('assignedPerson')(author)) say('person');
    return;
  }
  const isSystem = has('assignedAuthoringDevice')(author);
  const isService = system && attr(code ?? author, 'code') === 'SNR';
  if (!roots.includes(PS_ROOT) && !isService) say('idRoot');
  if (code === undefined || !notNull(code)) say('specialty');
  if (!isSystem && !has('assignedPerson')(author)) say('person');
  const organization = kid(author, 'representedOrganization');
  if (organization === undefined) say('organization');
  else if (!follow([[author, organization]], 'id').some((id) => attr(end(id), 'root') === STRUCTURE_ROOT))
    say('organizationRoot');
  checkIdentifiers(trail, beyond);
}

/** National identifiers have a form of their own (PS_IdNat, Struct_IdNat). */
function checkIdentifiers(trail: Trail, { report }: Beyond): void {
  const check = (id: Trail, root: string, validate: typeof validateIdNatPs, rule: string): void => {
    const extension = attr(end(id), 'extension');
    if (attr(end(id), 'root') === root && extension !== undefined && hasErrors(validate(extension))) {
      report.at(id, rule, 'warning', {}, DMP);
    }
  };
  for (const id of follow([trail], 'id')) check(id, PS_ROOT, validateIdNatPs, 'cda.actor.professionalId');
  for (const id of follow([trail], 'representedOrganization', 'id'))
    check(id, STRUCTURE_ROOT, validateIdNatStruct, 'cda.actor.structureId');
}
