export type {
  CdaAddress,
  CdaAddressPart,
  CdaCode,
  CdaId,
  CdaInterval,
  CdaNamePart,
  CdaPersonName,
  CdaQualifier,
  CdaQuantity,
  CdaTelecom,
  CdaTime,
} from './reader/data-types.js';
export { CdaReadError, type CdaReadErrorCode } from './reader/error.js';
export type {
  CdaAssignedEntity,
  CdaAuthenticator,
  CdaAuthor,
  CdaAuthorKind,
  CdaConsent,
  CdaDataEnterer,
  CdaDevice,
  CdaEncounter,
  CdaEncounterParticipant,
  CdaFacility,
  CdaGuardian,
  CdaHeader,
  CdaInformant,
  CdaOrder,
  CdaOrganization,
  CdaParticipant,
  CdaPatient,
  CdaPatientIns,
  CdaPatientTraits,
  CdaPerformer,
  CdaPerson,
  CdaRecipient,
  CdaRelatedDocument,
  CdaServiceEvent,
} from './reader/header.js';
export { type CdaLimits, defaultCdaLimits } from './reader/limits.js';
export { mediaBytes } from './reader/media.js';
export { type CdaTree, parseCda, parseCdaTree, readCda } from './reader/parse.js';
export type {
  CdaBody,
  CdaMedia,
  CdaModel,
  CdaNonXmlBody,
  CdaSection,
  CdaStructuredBody,
  CdaWrapper,
  ParsedCda,
} from './reader/parsed.js';
export type {
  CdaDose,
  CdaEntry,
  CdaExternalReference,
  CdaProduct,
  CdaReferenceRange,
  CdaRelation,
  CdaSpecimen,
  CdaStatement,
  CdaStatementKind,
  CdaStatementParticipant,
  CdaValue,
} from './reader/statement.js';
export {
  type HeaderSummary,
  headerSummary,
  personDisplayName,
  type SummaryActor,
  type SummaryCode,
  type SummaryTime,
} from './reader/summary.js';
