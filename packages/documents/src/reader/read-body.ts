import type { XmlElement } from '@socle-sante/wire/xml';
import { all, attr, compact, first, plain } from './dom.js';
import type { CdaBody, CdaNonXmlBody, CdaSection, CdaStructuredBody } from './parsed.js';
import { codeOf, readIds } from './read-data-types.js';
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
    sections: sectionsOf(structured, media),
    languageCode: attr(first(structured, 'languageCode'), 'code'),
    element: structured,
  });
}

function sectionsOf(parent: XmlElement, media: MediaReader): CdaSection[] {
  return all(parent, 'component').flatMap((component) =>
    all(component, 'section').map((section) => readSection(section, media)),
  );
}

function readSection(element: XmlElement, media: MediaReader): CdaSection {
  return compact<CdaSection>({
    templateIds: readIds(element, 'templateId'),
    ids: readIds(element),
    code: codeOf(element),
    title: plain(first(element, 'title')),
    languageCode: attr(first(element, 'languageCode'), 'code'),
    nullFlavor: attr(element, 'nullFlavor'),
    xmlId: attr(element, 'ID'),
    text: first(element, 'text'),
    entries: all(element, 'entry').map((entry) => readEntry(entry, media)),
    sections: sectionsOf(element, media),
    element,
  });
}
