import type { XmlElement } from '@socle-sante/wire/xml';
import { all, attr, compact, first, plain } from './dom.js';
import type { CdaSubject } from './header.js';
import type { CdaBody, CdaNonXmlBody, CdaSection, CdaStructuredBody } from './parsed.js';
import { codeOf, readIds } from './read-data-types.js';
import { readAuthor, readInformant, readSubject } from './read-entities.js';
import { type MediaReader, readEntry } from './read-statement.js';

/** Reads `component`: N1, N3, or nothing that we know. */
export function readBody(document: XmlElement, media: MediaReader): CdaBody {
  const nonXml = first(document, 'component', 'nonXMLBody');
  const content = first(nonXml, 'text');
  if (nonXml !== undefined && content !== undefined) {
    return compact<CdaNonXmlBody>({
      kind: 'nonXml',
      media: media(content, nonXml),
      languageCode: attr(first(nonXml, 'languageCode'), 'code'),
      confidentialityCode: codeOf(nonXml, 'confidentialityCode'),
      element: nonXml,
    });
  }
  const structured = first(document, 'component', 'structuredBody');
  if (structured === undefined) return { kind: 'none' };
  return compact<CdaStructuredBody>({
    kind: 'structured',
    sections: sectionsOf(structured, media, undefined),
    languageCode: attr(first(structured, 'languageCode'), 'code'),
    confidentialityCode: codeOf(structured, 'confidentialityCode'),
    element: structured,
  });
}

function sectionsOf(parent: XmlElement, media: MediaReader, subject: CdaSubject | undefined): CdaSection[] {
  return all(parent, 'component').flatMap((component) =>
    all(component, 'section').map((section) => readSection(section, media, subject)),
  );
}

function readSection(element: XmlElement, media: MediaReader, above: CdaSubject | undefined): CdaSection {
  const own = first(element, 'subject');
  const subject = own === undefined ? above : readSubject(own);
  return compact<CdaSection>({
    templateIds: readIds(element, 'templateId'),
    ids: readIds(element),
    code: codeOf(element),
    title: plain(first(element, 'title')),
    languageCode: attr(first(element, 'languageCode'), 'code'),
    confidentialityCode: codeOf(element, 'confidentialityCode'),
    nullFlavor: attr(element, 'nullFlavor'),
    authors: all(element, 'author').map(readAuthor),
    informants: all(element, 'informant').flatMap((node) => readInformant(node) ?? []),
    subject,
    xmlId: attr(element, 'ID'),
    text: first(element, 'text'),
    entries: all(element, 'entry').map((entry) => readEntry(entry, media, subject)),
    sections: sectionsOf(element, media, subject),
    element,
  });
}
