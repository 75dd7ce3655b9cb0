import { expect } from 'vitest';
import type { TestRole } from '../../src/pki.ts';
import type { Dmp } from './harness.ts';
import {
  ACTION,
  ARC,
  association,
  type DepositKnobs,
  deposit,
  findDocuments,
  type Message,
  objectsRequest,
  PATIENT,
  plain,
  retrieveRequest,
  slot,
  submissionSet,
  swap,
  TYPES,
  uniqueIds,
  type VihfKnobs,
  vihf,
} from './message.ts';

let current: Dmp | undefined;
/** The sandbox that the cases speak to. */
export function useDmp(started: Dmp): Dmp {
  current = started;
  return started;
}
export function dmp(): Dmp {
  if (!current) throw new Error('not started');
  return current;
}

let count = 0;
export const nextN = () => {
  count += 1;
  return count;
};
export const now = () => new Date();

export type Knobs = Partial<DepositKnobs>;
export const depositOf = (knobs: Knobs = {}) => deposit({ pki: dmp().pki, now: now(), n: nextN(), ...knobs });
export const assertion = (knobs: Partial<VihfKnobs> = {}) => vihf({ pki: dmp().pki, now: now(), ...knobs });
export const query = (payload = findDocuments(), knobs: Partial<VihfKnobs> = {}) =>
  plain('registry', ACTION.query, assertion(knobs), payload);
export const retrieve = (ids: readonly string[], knobs: Partial<VihfKnobs> = {}, repository?: string) =>
  plain('repository', ACTION.retrieve, assertion(knobs), retrieveRequest(ids, repository));

export interface Case {
  readonly check: number;
  readonly name: string;
  readonly message: () => Message | Promise<Message>;
  /** Sub-code of the fault, or errorCode of the RegistryError. */
  readonly fault?: string;
  readonly error?: string;
  readonly reason: string;
  readonly as?: TestRole;
  /** The same edit breaks another check too. */
  readonly also?: true;
}

export const CERTIFICATE = 'DMPInvalidCertificate';
export const RIGHTS = 'DMPAccessDeniedByRightsService';
export const registered = async (): Promise<{ entryUuid: string; uniqueId: string; logicalId: string; at: Date }> => {
  const n = nextN();
  const at = now();
  const answer = await dmp().inside(deposit({ pki: dmp().pki, now: at, n }));
  expect(answer.text).toContain('Success');
  const entry = dmp()
    .sandbox.dmp.store.admin.entries(PATIENT)
    .find(({ uniqueId }) => uniqueId === uniqueIds(n).document);
  return { entryUuid: entry?.id ?? '', uniqueId: entry?.uniqueId ?? '', logicalId: entry?.logicalId ?? '', at };
};
export const update = (objects: string, knobs: Partial<VihfKnobs> = {}) =>
  plain(
    'registry',
    ACTION.update,
    assertion(knobs),
    objectsRequest(submissionSet(`${ARC}.9.${nextN()}`, now()) + objects),
  );
export const status = (target: string, from: string, to: string) =>
  association(TYPES.status, 'SS', target, slot('OriginalStatus', from) + slot('NewStatus', to));
export const ARCHIVED = 'urn:asip:ci-sis:2010:StatusType:Archived';

/** Replaces a related document in the CDA. */
export const related = (uniqueId: string) =>
  swap(
    '<componentOf>',
    `<relatedDocument typeCode="RPLC"><parentDocument><id root="${uniqueId}"></id></parentDocument></relatedDocument><componentOf>`,
  );
