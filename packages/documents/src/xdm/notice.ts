import type { XdmIssuer } from './types.js';

/** A text in ASCII: accents are taken off, what remains outside becomes `?`. */
function ascii(text: string): string {
  return text
    .replace(/[œŒ]/g, (c) => (c === 'œ' ? 'oe' : 'OE'))
    .replace(/[æÆ]/g, (c) => (c === 'æ' ? 'ae' : 'AE'))
    .replace(/[’‘]/g, "'")
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '?');
}

function entities(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').replace(/[&<>"']|[^\x20-\x7e]/gu, (c) => `&#${c.codePointAt(0) ?? 63};`);
}

const encode = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(`${lines.join('\r\n')}\r\n`);

/**
 * README.TXT: who sends, with what software, how to read, what is inside (CI-SIS, volet Échange de documents de santé).
 * ASCII only: the sheet of the volet does not say an encoding.
 */
export function readmeText(issuer: XdmIssuer, files: readonly string[]): Uint8Array {
  const optional = (label: string, value: string | undefined): string[] =>
    value === undefined ? [] : [`  ${label} : ${ascii(value)}`];
  return encode([
    'Emetteur',
    '========',
    `  Nom : ${ascii(issuer.name)}`,
    `  Organisme : ${ascii(issuer.organization)}`,
    ...optional('Identifiant', issuer.organizationId),
    ...optional('Adresse', issuer.address),
    ...optional('Telephone', issuer.phone),
    '',
    "Application de l'emetteur",
    '=========================',
    `  Nom : ${ascii(issuer.software.name)}`,
    `  Version : ${ascii(issuer.software.version)}`,
    `  Editeur : ${ascii(issuer.software.vendor)}`,
    '',
    'Instructions',
    '============',
    '  Ouvrez cette archive avec un logiciel qui lit les archives IHE XDM.',
    '  Les fichiers XML du dossier IHE_XDM sont des documents de sante (CDA R2).',
    '',
    'Arborescence',
    '============',
    '  README.TXT',
    '  INDEX.HTM',
    ...files.map((file) => `  ${file}`),
  ]);
}

/** INDEX.HTM: XHTML 1.0 Strict, the sender and a link to README.TXT. ASCII and character references. */
export function indexPage(issuer: XdmIssuer): Uint8Array {
  return encode([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
    '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="fr" lang="fr">',
    '<head><title>IHE XDM</title></head>',
    '<body>',
    `<h1>${entities('Émetteur')}</h1>`,
    `<p>${entities(issuer.name)}, ${entities(issuer.organization)}</p>`,
    '<p><a href="README.TXT">README.TXT</a></p>',
    '</body>',
    '</html>',
  ]);
}
