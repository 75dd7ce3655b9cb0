// Writes the PDF/A-1b examples from their texts: node --import tsx scripts/write-letters.ts FONT.ttf [NAME…]
// Those in the repository were made with Liberation Sans (SIL Open Font License); only the glyphs used are inside.
import { readFile, writeFile } from 'node:fs/promises';
import { validatePdfA1 } from '@socle-sante/documents/pdf';
import { convertToPdfA1 } from '@socle-sante/documents/pdf-convert';

const LETTERS: Readonly<Record<string, readonly [title: string, date: string]>> = {
  'discharge-letter': ['Lettre de liaison à la sortie (document inventé)', '2026-01-09T16:30:00Z'],
  'imaging-report': ['Compte rendu d’imagerie (document inventé)', '2026-01-08T16:30:00Z'],
  prescription: ['Prescription (document inventé)', '2026-01-09T16:30:00Z'],
};

const [path, ...asked] = process.argv.slice(2);
if (path === undefined) throw new Error('scripts/write-letters.ts FONT.ttf [NAME…]');
const font = await readFile(path);
const examples = new URL('../examples/', import.meta.url);
for (const [name, [title, date]] of Object.entries(LETTERS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const made = await convertToPdfA1(
    { kind: 'text', content: await readFile(new URL(`${name}.txt`, examples)) },
    { title, date: new Date(date), font },
  );
  if (!made.ok) throw new Error(JSON.stringify(made.findings));
  const findings = validatePdfA1(made.value);
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  await writeFile(new URL(`${name}.pdf`, examples), made.value);
}
