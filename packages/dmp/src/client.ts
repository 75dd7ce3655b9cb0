// The client of the DMP: one method per transaction.

import type { EntryUuid } from '@socle-sante/documents/xds';
import { STATUSES } from '@socle-sante/documents/xds';
import { latestOf } from './client/changes.js';
import { deposit, replace } from './client/deposit.js';
import { type CallAbout, createEngine, type KnownPatient } from './client/engine.js';
import type { DmpClientOptions } from './client/options.js';
import { lookUp } from './client/reference.js';
import { retrieve } from './client/retrieve.js';
import { ask, findDocuments, findSubmissionSets, newSince, patientCx } from './client/search.js';
import type { DmpCallInput, DmpClient, OpenCallInput, PatientCallInput } from './client/types.js';
import { changeArchive, changeVisibility, remove } from './client/update.js';
import { DmpInputError } from './errors.js';
import { listAuthorizationByPatient, patientList, setAuthorization } from './operations/authorisations.js';
import { findPatients } from './operations/find-patients.js';
import { administrativeData, existence } from './operations/patients.js';
import { closeRecord, updateAdministrativeData } from './operations/record.js';
import { webAccessUrl } from './web-access.js';

/**
 * Makes a client. Nothing is sent before the first call; connections are kept until `close`.
 * @throws DmpInputError `dmp.input.options`, IdentityError for options that cannot work.
 */
export function createDmpClient(options: DmpClientOptions): DmpClient {
  const engine = createEngine(options);
  const { environment, authentication } = options;
  const { mode, staff } = authentication;

  const without = ({ signal, purpose, reason, secretConnection }: DmpCallInput): CallAbout => ({
    ...(signal === undefined ? {} : { signal }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(reason === undefined ? {} : { reason }),
    ...(secretConnection === undefined ? {} : { secretConnection }),
  });
  const about = (input: PatientCallInput): CallAbout & { readonly known: KnownPatient } => ({
    ...without(input),
    known: engine.patient(input.patient),
  });
  const open = ({ openPatient, ...call }: OpenCallInput): CallAbout => ({
    ...without(call),
    ...(openPatient === undefined ? {} : { known: engine.patient(openPatient) }),
  });
  const byIdentifier = (input: { uniqueIds?: readonly string[]; entryUuids?: readonly EntryUuid[] }) => ({
    XDSDocumentEntryUniqueId: input.uniqueIds,
    XDSDocumentEntryEntryUUID: input.entryUuids,
  });

  return {
    environment,
    caller: { mode, ...(staff === undefined ? {} : { staff }) },

    async existence(input) {
      const to = about(input);
      return engine.call(existence, { patient: to.known.ins }, to);
    },
    async authorise(input) {
      return engine.call(setAuthorization, { action: 'AJOUT' }, about(input));
    },
    async unauthorise(input) {
      return engine.call(setAuthorization, { action: 'SUPPRESSION' }, about(input));
    },
    async dropTreatingDoctor(input) {
      return engine.call(setAuthorization, { action: 'SUPPRESSION', role: 'MEDECIN_TRAITANT' }, about(input));
    },
    async myPatients(input) {
      const { since, by, owner } = input;
      const dateType = by === 'authorisation' ? 'LASTAUTORIZATION' : 'LASTDOC';
      return engine.call(patientList, { since, dateType, ...(owner === undefined ? {} : { owner }) }, open(input));
    },
    async findPatients(input) {
      return engine.call(findPatients, input, { purpose: 'centre_15', ...open(input) });
    },
    webAccessUrl({ page, patient }) {
      if (environment.webHost === undefined) {
        throw new DmpInputError({
          code: 'dmp.input.options',
          message: 'The environment has no webHost: no address can be made.',
          audience: 'vendor',
        });
      }
      return webAccessUrl(environment.webHost, page, patient && engine.patient(patient).ins);
    },
    async administrativeData(input) {
      const to = about(input);
      return engine.call(administrativeData, { patient: to.known.ins }, to);
    },
    async updateAdministrativeData(input) {
      const to = about(input);
      const { author, telecoms, address } = input;
      return engine.call(
        updateAdministrativeData,
        {
          patient: to.known.ins,
          traits: to.known.traits,
          author,
          ...(telecoms === undefined ? {} : { telecoms }),
          ...(address === undefined ? {} : { address }),
        },
        to,
      );
    },
    async closeRecord(input) {
      const to = about(input);
      const { author, comment } = input;
      return engine.call(
        closeRecord,
        { patient: to.known.ins, traits: to.known.traits, author, ...(comment === undefined ? {} : { comment }) },
        to,
      );
    },
    async authorisations(input) {
      const modes = { active: 'ACTIVE', blocked: 'INTERDITE', all: 'TOUTE' } as const;
      return engine.call(listAuthorizationByPatient, { mode: modes[input.which ?? 'all'] }, about(input));
    },

    async deposit(input) {
      return deposit(engine, 'TD2.1', input);
    },
    async depositByStaff(input) {
      return deposit(engine, 'TD2.2', input);
    },
    async replace(input) {
      return replace(engine, input);
    },

    async findDocuments(input) {
      return findDocuments(engine, input, about(input));
    },
    async findByReference(input) {
      const to = about(input);
      return ask(
        engine,
        {
          query: 'FindDocumentsByReferenceId',
          parameters: {
            XDSDocumentEntryPatientId: patientCx(to),
            XDSDocumentEntryStatus: [STATUSES.approved],
            XDSDocumentEntryReferenceIdList: input.references,
          },
        },
        to,
      );
    },
    async findSubmissionSets(input) {
      return findSubmissionSets(engine, input, about(input));
    },
    async getDocuments(input) {
      return ask(engine, { query: 'GetDocuments', parameters: byIdentifier(input) }, about(input), input.signatures);
    },
    async getAssociations(input) {
      return ask(engine, { query: 'GetAssociations', parameters: { uuid: input.ids } }, about(input));
    },
    async getDocumentsAndAssociations(input) {
      return ask(
        engine,
        { query: 'GetDocumentsAndAssociations', parameters: byIdentifier(input) },
        about(input),
        input.signatures,
      );
    },
    async getRelatedDocuments(input) {
      return ask(
        engine,
        {
          query: 'GetRelatedDocuments',
          parameters: { XDSDocumentEntryEntryUUID: input.entryUuid, AssociationTypes: input.associationTypes },
        },
        about(input),
      );
    },
    async newSince(input) {
      return newSince(engine, input, about(input));
    },
    async current(input) {
      const found = await ask(
        engine,
        { query: 'GetDocuments', parameters: { XDSDocumentEntryUniqueId: [input.uniqueId] } },
        about(input),
        true,
      );
      return latestOf(found.documents);
    },
    async findReference(input) {
      return lookUp(engine, input.uniqueId, about(input));
    },
    async retrieve(input) {
      return retrieve(engine, input.documents, about(input));
    },

    async mask(input) {
      return changeVisibility(engine, input, about(input), { which: 'masked', on: true, title: 'Masquage' });
    },
    async unmask(input) {
      return changeVisibility(engine, input, about(input), { which: 'masked', on: false, title: 'Démasquage' });
    },
    async showToPatient(input) {
      const change = { which: 'hiddenFromPatient', on: false, title: 'Visible par le patient' } as const;
      return changeVisibility(engine, input, about(input), change);
    },
    async showToLegalRepresentatives(input) {
      const title = 'Visible par les représentants légaux';
      return changeVisibility(engine, input, about(input), {
        which: 'hiddenFromLegalRepresentatives',
        on: false,
        title,
      });
    },
    async remove(input) {
      return remove(engine, input, about(input));
    },
    async archive(input) {
      return changeArchive(engine, input, about(input), true);
    },
    async unarchive(input) {
      return changeArchive(engine, input, about(input), false);
    },

    close: () => engine.close(),
  };
}
