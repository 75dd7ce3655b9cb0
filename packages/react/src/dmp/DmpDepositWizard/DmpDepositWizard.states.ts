import type { Derivation } from '@socle-sante/gateway/contract';
import { defineStates } from '../../base/states.js';

const types = [
  { code: '11488-4', system: '2.16.840.1.113883.6.1', label: 'CR ou fiche de consultation ou de visite' },
  {
    code: '11490-0',
    system: '2.16.840.1.113883.6.1',
    label: 'Lettre de liaison à la sortie d’un établissement de soins',
  },
  { code: '11502-2', system: '2.16.840.1.113883.6.1', label: 'CR d’examens biologiques' },
];
const settings = [
  { code: 'AMBULATOIRE', system: '1.2.250.1.213.1.1.4.9', label: 'Ambulatoire' },
  { code: 'ETABLISSEMENT', system: '1.2.250.1.213.1.1.4.9', label: 'Etablissement de santé' },
];
const free = { allowed: true } as const;

const complete: Derivation = {
  derivationRef: 'derivation-1',
  expiresAt: '2026-11-21T10:00:00Z',
  document: { kind: 'pdf', mediaType: 'application/pdf', size: 184_320, pages: 2 },
  fields: [
    {
      field: 'type',
      key: '11488-4',
      value: 'CR ou fiche de consultation ou de visite',
      source: 'document',
      editable: true,
    },
    { field: 'title', value: 'Compte rendu de consultation', source: 'document', editable: true },
    { field: 'actStart', value: '2026-11-21T08:30:00Z', source: 'record', editable: true },
    { field: 'author', key: 'me', value: 'Dr Camille EXEMPLE', source: 'session', editable: true },
    { field: 'signer', key: 'me', value: 'Dr Camille EXEMPLE', source: 'session', editable: true },
    { field: 'setting', key: 'AMBULATOIRE', value: 'Ambulatoire', source: 'structure', editable: true },
  ],
  choices: {
    types,
    authors: [{ key: 'me', name: 'Dr Camille EXEMPLE' }],
    signers: [
      { key: 'me', name: 'Dr Camille EXEMPLE' },
      { key: 'other', name: 'Dr Sacha MODÈLE' },
    ],
    settings,
    acts: [],
  },
  visibility: { value: {}, maskPro: free, hidePatient: free, hideLegal: { allowed: false, reason: 'minorOnly' } },
  destinations: [
    { channel: 'dmp', selected: true, allowed: true },
    { channel: 'mss-pro', selected: false, allowed: false, reason: 'notActive' },
  ],
  findings: [],
  canSend: true,
};

// Sentences of rules are invented: the official ones are nowhere here.
const rule = { pack: 'ASIP-STRUCT-MIN-StrucMin', pattern: 'variables' };
const official = { rule: 'official.assert', ref: { document: 'ContenuCDA-3-0', section: rule.pack } };
const whole = { path: [], step: 'check' as const };
const inForm = (field: 'title') => ({ path: ['documents', 0, field], step: 'description' as const, field });

/** What a preparation may give. */
export const dmpDepositWizardStates = defineStates<Derivation>()({
  complete,
  incomplete: {
    ...complete,
    fields: complete.fields.map((field) => (field.field === 'type' ? { field: 'type', editable: true } : field)),
    findings: [
      {
        rule: 'documents.submission.missing',
        severity: 'error',
        path: ['documents', 0, 'type'],
        params: { field: 'type' },
        step: 'description',
      },
    ],
    canSend: false,
  },
  convertible: {
    ...complete,
    document: { ...complete.document, convertible: true },
    findings: [
      { rule: 'pdf.notPdfA1', severity: 'error', path: ['documents', 0, 'body'], params: {}, step: 'document' },
    ],
    canSend: false,
  },
  opposed: {
    ...complete,
    destinations: [{ channel: 'dmp', selected: false, allowed: false, reason: 'opposed' }],
    canSend: false,
  },
  /** Both layers: what a field mends stands at that field, once though both say it; the rest is of the whole document. */
  bothLayers: {
    ...complete,
    document: { kind: 'cda-n3', mediaType: 'text/xml', size: 24_576 },
    previewable: true,
    findings: [
      {
        ...official,
        severity: 'error',
        ...inForm('title'),
        params: { ...rule, message: 'Le titre « … » est trop court' },
      },
      {
        ...official,
        severity: 'error',
        ...whole,
        params: { ...rule, message: 'L’établissement responsable doit avoir un nom' },
        wire: { pointer: '/ClinicalDocument/custodian', line: 41, column: 3 },
      },
      {
        rule: 'cda.header.effectiveTime.form',
        severity: 'error',
        ...whole,
        params: { attribute: 'value' },
        wire: { pointer: '/ClinicalDocument/effectiveTime[1]', line: 9, column: 3 },
      },
      {
        ...official,
        severity: 'error',
        ...whole,
        params: {
          ...rule,
          message: 'La date « … » doit porter un fuseau horaire',
          native: 'cda.header.effectiveTime.form',
        },
        wire: { pointer: '/ClinicalDocument/effectiveTime', line: 9, column: 3 },
      },
    ],
    canSend: true,
  },
  replacing: { ...complete, replaces: { title: 'Compte rendu de consultation', version: '1' } },
});
