// Writes examples/discharge-letter.pdf (PDF/A-1b) from its text: node --import tsx scripts/write-letter.ts FONT.ttf
// The one in the repository was made with Liberation Sans (SIL Open Font License); only the glyphs used are inside.
import { readFile, writeFile } from 'node:fs/promises';
import { validatePdfA1 } from '@socle-sante/documents/pdf';
import { convertToPdfA1 } from '@socle-sante/documents/pdf-convert';

const [font] = process.argv.slice(2);
if (font === undefined) throw new Error('scripts/write-letter.ts FONT.ttf');
const examples = new URL('../examples/', import.meta.url);
const made = await convertToPdfA1(
  { kind: 'text', content: await readFile(new URL('discharge-letter.txt', examples)) },
  {
    title: 'Lettre de liaison à la sortie (document inventé)',
    date: new Date('2026-01-09T16:30:00Z'),
    font: await readFile(font),
  },
);
if (!made.ok) throw new Error(JSON.stringify(made.findings));
const findings = validatePdfA1(made.value);
if (findings.length > 0) throw new Error(JSON.stringify(findings));
await writeFile(new URL('discharge-letter.pdf', examples), made.value);
