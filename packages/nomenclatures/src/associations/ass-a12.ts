// Written by scripts/generate.ts from data/ass-a12.csv: change the table, not this file.
import type { Concept } from '../concept.js';

/** ASS_A12 CorresMediaTypeCDANonStructure-XdsFormatCode_CISIS, version 20260805. */
export const assA12: Readonly<Record<string, Concept>> = {
  'application/pdf': {
    code: 'urn:ihe:iti:xds-sd:pdf:2008',
    system: '1.3.6.1.4.1.19376.1.2.3',
    label: 'Document à corps non structuré en Pdf/A-1',
    status: 'active',
  },
  'text/plain': {
    code: 'urn:ihe:iti:xds-sd:text:2008',
    system: '1.3.6.1.4.1.19376.1.2.3',
    label: 'Document à corps non structuré en texte brut',
    status: 'active',
  },
  'text/rtf': {
    code: 'urn:ihe:iti-fr:xds-sd:rtf:2010',
    system: '1.3.6.1.4.1.19376.1.2.3',
    label: 'Document à corps non structuré en format rtf',
    status: 'active',
  },
  'image/jpeg': {
    code: 'urn:ihe:iti-fr:xds-sd:jpeg:2010',
    system: '1.3.6.1.4.1.19376.1.2.3',
    label: 'Document à corps non structuré en format jpeg',
    status: 'active',
  },
  'image/tiff': {
    code: 'urn:ihe:iti-fr:xds-sd:tiff:2010',
    system: '1.3.6.1.4.1.19376.1.2.3',
    label: 'Document à corps non structuré en format tiff',
    status: 'active',
  },
};
