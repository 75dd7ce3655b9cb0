import { first, type SimElement, textOf } from '../../insi/element.js';
import type { DmpListedPatient, DmpListPatients, DmpSetAuthorization } from '../core/api.js';
import type { DmpAuthorization } from '../core/record.js';
import { DmpRefused, faultRefusal } from '../core/refusal.js';
import { FAULT } from '../core/vocabulary.js';
import { NS } from './namespaces.js';
import { leaf, OLD_IDENTIFIER_OID, oldIdentifier, tag } from './writer.js';

// The WSDL of these services is not public in full: shapes of the fact sheets (dmp-xds §5.2), elements in the namespace of the body.

const malformed = (reason: string, context: string) =>
  new DmpRefused([faultRefusal(2, FAULT.request, `specific.${reason}`, context)]);
const value = (body: SimElement, local: string) => {
  const text = textOf(first(body, body.namespace, local))?.trim();
  return text === '' ? undefined : text;
};
const dtm = (iso: string | undefined) => (iso ?? '').replace(/[-:T]/g, '').slice(0, 14);

/** TD0.3. */
export function readSetAuthorization(body: SimElement): DmpSetAuthorization {
  const action = value(body, 'action');
  const role = value(body, 'role');
  if (action !== 'AJOUT' && action !== 'SUPPRESSION') throw malformed('action', 'action : AJOUT ou SUPPRESSION');
  if (role !== undefined && role !== 'MEDECIN_TRAITANT') throw malformed('role', 'role : MEDECIN_TRAITANT');
  if (role !== undefined && action === 'AJOUT')
    throw malformed('role', 'le rôle de médecin traitant ne s’ajoute pas par ce service');
  return { action, ...(role === undefined ? {} : { role }) };
}

export function writeSetAuthorization(already: boolean): string {
  return tag(
    'setAuthorizationResponse',
    { xmlns: NS.habilitations },
    tag('output', {}, [leaf('status', 'DMPOk'), leaf('context', already ? '[SIM] déjà fait' : '')]),
  );
}

/** TD1.6. */
export function readListAuthorization(body: SimElement): 'ACTIVE' | 'INTERDITE' | 'TOUTE' {
  const mode = value(body, 'mode');
  if (mode !== 'ACTIVE' && mode !== 'INTERDITE' && mode !== 'TOUTE')
    throw malformed('mode', 'mode : ACTIVE, INTERDITE ou TOUTE');
  return mode;
}

export function writeListAuthorization(list: readonly DmpAuthorization[]): string {
  return tag(
    'listAuthorizationByPatientResponse',
    { xmlns: NS.habilitations },
    tag('output', {}, [
      ...list.map((authorization) =>
        tag('listOfAuthorizationByPatient', {}, [
          leaf('nationalId', authorization.holder),
          leaf('nationalIdType', authorization.holder.startsWith('8') ? 'IDNPS' : 'IDNST'),
          leaf('firstName', authorization.givenName ?? ''),
          leaf('lastName', authorization.familyName ?? ''),
          leaf('codeSpeciality', authorization.specialty?.code ?? ''),
          leaf('libSpeciality', authorization.specialty?.label ?? ''),
          leaf('startOfAuthorization', dtm(authorization.since)),
          leaf('lastActionDate', dtm(authorization.lastAction)),
          leaf('mode', authorization.state),
        ]),
      ),
      leaf('status', 'DMPOk'),
      leaf('context', ''),
    ]),
  );
}

/** TD0.4. */
export function readPatientList(body: SimElement): DmpListPatients {
  const startDate = value(body, 'startDate');
  const dateType = value(body, 'dateType');
  if (startDate !== undefined && !/^\d{14}$/.test(startDate))
    throw malformed('startDate', 'startDate : yyyyMMddHHmmss');
  if (dateType !== undefined && dateType !== 'LASTAUTORIZATION' && dateType !== 'LASTDOC')
    throw malformed('dateType', 'dateType : LASTAUTORIZATION ou LASTDOC');
  const ownerId = value(body, 'psOwnerId');
  return {
    ...(ownerId === undefined ? {} : { ownerId }),
    ...(startDate === undefined ? {} : { startDate }),
    ...(dateType === undefined ? {} : { dateType }),
  };
}

export function writePatientList(list: readonly DmpListedPatient[]): string {
  return tag(
    'patientListResponse',
    { xmlns: NS.patients },
    tag('output', {}, [
      ...list.map((patient) =>
        tag('patientlistData', {}, [
          tag('patientIdentifier', {}, [
            leaf('nationalId', patient.patientId.extension),
            leaf('nationalIdType', patient.patientId.oid),
          ]),
          tag('patientIdentifier', {}, [
            leaf('nationalId', oldIdentifier(patient.patientId.extension)),
            leaf('nationalIdType', OLD_IDENTIFIER_OID),
          ]),
          leaf('lastName', patient.familyName),
          leaf('firstName', patient.givenName),
          leaf('civility', patient.sex === 'F' ? 'MME' : 'M'),
          leaf('dateOfBirth', patient.birthDate.replace(/-/g, '')),
          leaf('MT', String(patient.treatingDoctor)),
          leaf('message', ''),
          leaf('lastAccessDate', dtm(patient.lastAccessAt)),
          leaf('lastUpdateDate', dtm(patient.lastUpdateAt)),
          leaf('lastAddDate', dtm(patient.lastAddAt)),
        ]),
      ),
      leaf('status', 'DMPOk'),
    ]),
  );
}
