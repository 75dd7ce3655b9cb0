import { createDmpCore, type DmpCaller } from '@socle-sante/sandbox/dmp';

const dmp = createDmpCore({ clock: () => new Date() });
const patient = { extension: '279035121518989', oid: '1.2.250.1.213.1.4.10' };
const physician: DmpCaller = {
  mode: 'DIRECTE',
  userId: '899900000003',
  structure: '10B0999999',
  roles: [
    { code: '10', codeSystem: '1.2.250.1.71.1.2.7', displayName: 'Médecin' },
    { code: 'SM26', codeSystem: '1.2.250.1.71.4.2.5', displayName: 'Qualifié en médecine générale (SM)' },
  ],
  patient,
};

const found = dmp.query(physician, {
  query: 'FindDocuments',
  parameters: {
    $XDSDocumentEntryPatientId: [[`${patient.extension}^^^&${patient.oid}&ISO^NH`]],
    $XDSDocumentEntryStatus: [['urn:oasis:names:tc:ebxml-regrep:StatusType:Approved']],
  },
});
export const titles = found.ok ? found.value.entries.map(({ title }) => title) : [];

const refused = dmp.query(
  { ...physician, mode: 'INDIRECTE' },
  { query: 'GetAssociations', parameters: { $uuid: [['x']] } },
);
export const why = refused.ok ? undefined : refused.refusals[0]?.code; // DMPAccessDeniedByRightsService
