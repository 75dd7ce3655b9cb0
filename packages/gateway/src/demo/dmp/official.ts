import { type Finding, finding } from '@socle-sante/core/finding';

const PACK = 'ASIP-STRUCT-MIN-StrucMin';
const ref = { document: 'ContenuCDA-3-0', section: PACK };
const at = (found: Finding, pointer: string, line: number): Finding => ({
  ...found,
  wire: { pointer, line, column: 3 },
});
const official = (severity: Finding['severity'], message: string, more: Finding['params'] = {}): Finding =>
  finding('official.assert', severity, [], { message, pack: PACK, pattern: 'variables', ...more }, ref);

/** What both layers say of any document in the demonstration. The sentences are invented; the official ones are nowhere here. */
export const demoOfficialFindings: readonly Finding[] = [
  at(finding('cda.header.effectiveTime.form', 'error'), '/ClinicalDocument/effectiveTime', 9),
  at(
    official('error', 'La date de création « … » doit porter un fuseau horaire', {
      native: 'cda.header.effectiveTime.form',
    }),
    '/ClinicalDocument/effectiveTime',
    9,
  ),
  at(official('error', 'L’établissement responsable doit avoir un nom'), '/ClinicalDocument/custodian', 41),
  at(
    official('warning', 'Le téléphone « … » devrait commencer par « tel: »'),
    '/ClinicalDocument/recordTarget/patientRole/telecom[2]',
    17,
  ),
];
