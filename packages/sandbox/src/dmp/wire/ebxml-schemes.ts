const urn = (uuid: string) => `urn:uuid:${uuid}`;

/** Classification and identification schemes of XDS.b (ITI TF-3 §4.2.5). */
export const SCHEME = {
  stable: urn('7edca82f-054d-47f2-a032-9b2a5b5186c1'),
  entryAuthor: urn('93606bcf-9494-43ec-9b4e-a7748d1a838d'),
  classCode: urn('41a5887f-8865-4c09-adf7-e362475b143a'),
  confidentiality: urn('f4f85eac-e6cb-4883-b524-f2705394840f'),
  event: urn('2c6b8cb7-8b2a-4051-b291-b1ae6a575ef4'),
  format: urn('a09d5840-386c-46f2-b5ad-9c3699a4309d'),
  facility: urn('f33fb8ac-18af-42cc-ae0e-ed0b0bdb91e1'),
  practice: urn('cccf5598-8b07-4b77-a05e-ae952c785ead'),
  type: urn('f0306f51-975f-434e-a61c-c59651d33983'),
  entryPatientId: urn('58a6f841-87b3-4a3e-92fd-a8ffeff98427'),
  entryUniqueId: urn('2e82c1f6-a085-4c72-9da3-8640a32e42ab'),
  setMarker: urn('a54d6aa5-d40d-43f9-88c5-b4633d873bdd'),
  setAuthor: urn('a7058bb9-b4e4-4307-ba5b-e3f0ab85e12d'),
  contentType: urn('aa543740-bdda-424e-8c96-df4873be8500'),
  setPatientId: urn('6b5aea1a-874d-4603-a4bc-96a0a7b38446'),
  setUniqueId: urn('96fdda7c-d067-4183-912e-bf5ee74998a8'),
  setSourceId: urn('554ac39e-e3fe-47fe-b233-965d2a147832'),
  folderMarker: urn('d9d542f3-6cc4-48b6-8870-ea235fbc94c2'),
} as const;

/** `objectType` of an association. */
export const ASSOCIATION_OBJECT = 'urn:oasis:names:tc:ebxml-regrep:ObjectType:RegistryObject:Association';

/** Literal names of the external identifiers. */
export const IDENTIFIER_NAME: Readonly<Record<string, string>> = {
  [SCHEME.entryPatientId]: 'XDSDocumentEntry.patientId',
  [SCHEME.entryUniqueId]: 'XDSDocumentEntry.uniqueId',
  [SCHEME.setPatientId]: 'XDSSubmissionSet.patientId',
  [SCHEME.setUniqueId]: 'XDSSubmissionSet.uniqueId',
  [SCHEME.setSourceId]: 'XDSSubmissionSet.sourceId',
};

/** Authority and type of a patient CX. */
export const patientCx = (id: { readonly extension: string; readonly oid: string }) =>
  `${id.extension}^^^&${id.oid}&ISO^NH`;

/** ITI-18 queries by UUID. */
export const QUERY_NAMES: Readonly<Record<string, string>> = {
  '14d4debf-8f97-4251-9a74-a90016b0af0d': 'FindDocuments',
  '12941a89-e02e-4be5-967c-ce4bfc8fe492': 'FindDocumentsByReferenceId',
  'f26abbcb-ac74-4422-8a30-edb644bbc1a9': 'FindSubmissionSets',
  '958f3006-baad-4929-a4de-ff1114824431': 'FindFolders',
  '10b545ea-725c-446d-9b95-8aeb444eddf3': 'GetAll',
  '5c4f972b-d56b-40ac-a5fc-c8ca9b40b9d4': 'GetDocuments',
  '5737b14c-8a1a-4539-b659-e03a34a5e1e4': 'GetFolders',
  'a7ae438b-4bc2-4642-93e9-be891f7bb155': 'GetAssociations',
  'bab9529a-4a10-40b3-a01f-f68a615d247a': 'GetDocumentsAndAssociations',
  '51224314-5390-4169-9b91-b1980040715a': 'GetSubmissionSets',
  'e8e3cb2c-e39c-46b9-99e4-c12f57260b83': 'GetSubmissionSetAndContents',
  'b909a503-523d-4517-8acf-8e5834dfc4c7': 'GetFolderAndContents',
  '10cae35a-c7f9-4cf5-b61e-fc3278ffb578': 'GetFoldersForDocument',
  'd90e5407-b356-4d91-a89f-873917b4b0e6': 'GetRelatedDocuments',
};
