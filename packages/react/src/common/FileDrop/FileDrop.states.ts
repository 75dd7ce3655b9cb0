import { defineStates } from '../../base/states.js';

const PDF_A1 =
  '%PDF-1.4\n<x:xmpmeta><pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></x:xmpmeta>';

/** Files that a user may bring, by content. */
export const fileDropStates = defineStates<{ readonly files: readonly (readonly [name: string, content: string])[] }>()(
  {
    none: { files: [] },
    pdfA1: { files: [['compte-rendu.pdf', PDF_A1]] },
    pdfPlain: { files: [['courrier.pdf', '%PDF-1.7\nobj']] },
    wrongType: { files: [['photo.pdf', 'un simple texte']] },
    several: {
      files: [
        ['compte-rendu.pdf', PDF_A1],
        ['document.xml', '<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"/>'],
        ['notes.txt', 'Bonjour'],
      ],
    },
  },
);
