// Stored queries of ITI-18 that the DMP is asked: identifiers and parameters (IHE ITI TF-2 §3.18; sample messages v02.05.00).

/** Every stored query, by its UUID. The last eight are of IHE; whether the DMP answers them is not published. */
export const STORED_QUERIES = {
  FindDocuments: 'urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d',
  FindDocumentsByReferenceId: 'urn:uuid:12941a89-e02e-4be5-967c-ce4bfc8fe492',
  FindSubmissionSets: 'urn:uuid:f26abbcb-ac74-4422-8a30-edb644bbc1a9',
  GetDocuments: 'urn:uuid:5c4f972b-d56b-40ac-a5fc-c8ca9b40b9d4',
  GetAssociations: 'urn:uuid:a7ae438b-4bc2-4642-93e9-be891f7bb155',
  GetDocumentsAndAssociations: 'urn:uuid:bab9529a-4a10-40b3-a01f-f68a615d247a',
  GetRelatedDocuments: 'urn:uuid:d90e5407-b356-4d91-a89f-873917b4b0e6',
  GetSubmissionSets: 'urn:uuid:51224314-5390-4169-9b91-b1980040715a',
  GetSubmissionSetAndContents: 'urn:uuid:e8e3cb2c-e39c-46b9-99e4-c12f57260b83',
  FindFolders: 'urn:uuid:958f3006-baad-4929-a4de-ff1114824431',
  GetFolders: 'urn:uuid:5737b14c-8a1a-4539-b659-e03a34a5e1e4',
  GetFolderAndContents: 'urn:uuid:b909a503-523d-4517-8acf-8e5834dfc4c7',
  GetFoldersForDocument: 'urn:uuid:10cae35a-c7f9-4cf5-b61e-fc3278ffb578',
  GetAll: 'urn:uuid:10b545ea-725c-446d-9b95-8aeb444eddf3',
} as const;

export type StoredQueryName = keyof typeof STORED_QUERIES;

/** Value of one parameter. A list is written `('a','b')`, a single one `'a'`. */
export type QueryValue = string | readonly string[];

/** A stored query, as asked. Parameter names without their `$`. */
export interface StoredQuery {
  readonly query: StoredQueryName;
  /** `LeafClass`: whole objects; `ObjectRef`: references only (TD3.1b). */
  readonly returnType: 'LeafClass' | 'ObjectRef';
  readonly parameters: Readonly<Record<string, QueryValue | undefined>>;
}

/** A value as the query language wants it: single quotes around, those inside doubled. */
export function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** Text of the `Value` of one parameter. */
export function queryText(value: QueryValue): string {
  return typeof value === 'string' ? quoted(value) : `(${value.map(quoted).join(',')})`;
}

/**
 * A parameter that is an instant (`…TimeFrom`, `…TimeTo`): a number for IHE, at first without quotes; CP-ITI-1260 allows them. Whether
 * the DMP takes both forms is not published.
 */
export function isTime(parameter: string): boolean {
  return /Time(?:From|To)$/.test(parameter);
}

/** Parameters without which a query means nothing. */
export const REQUIRED_PARAMETERS: Readonly<Partial<Record<StoredQueryName, readonly (readonly string[])[]>>> = {
  FindDocuments: [['XDSDocumentEntryPatientId'], ['XDSDocumentEntryStatus']],
  FindDocumentsByReferenceId: [
    ['XDSDocumentEntryPatientId'],
    ['XDSDocumentEntryStatus'],
    ['XDSDocumentEntryReferenceIdList'],
  ],
  FindSubmissionSets: [['XDSSubmissionSetPatientId'], ['XDSSubmissionSetStatus']],
  GetDocuments: [['XDSDocumentEntryEntryUUID', 'XDSDocumentEntryUniqueId', 'XDSDocumentEntryLogicalID']],
  GetDocumentsAndAssociations: [['XDSDocumentEntryEntryUUID', 'XDSDocumentEntryUniqueId']],
  GetAssociations: [['uuid']],
  GetRelatedDocuments: [['XDSDocumentEntryEntryUUID', 'XDSDocumentEntryUniqueId'], ['AssociationTypes']],
  GetSubmissionSets: [['uuid']],
  GetSubmissionSetAndContents: [['XDSSubmissionSetEntryUUID', 'XDSSubmissionSetUniqueId']],
  FindFolders: [['XDSFolderPatientId'], ['XDSFolderStatus']],
  GetFolders: [['XDSFolderEntryUUID', 'XDSFolderUniqueId']],
  GetFolderAndContents: [['XDSFolderEntryUUID', 'XDSFolderUniqueId']],
  GetFoldersForDocument: [['XDSDocumentEntryEntryUUID', 'XDSDocumentEntryUniqueId']],
  GetAll: [['patientId']],
};
