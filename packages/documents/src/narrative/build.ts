import { compact, visit } from '../reader/dom.js';
import type { CdaSection, ParsedCda } from '../reader/parsed.js';
import { defaultNarrativeLimits, type NarrativeLimits } from './bounds.js';
import type { NarrativeDocument, NarrativeSection } from './document.js';
import { BODY_MEDIA, describeMedia, mediasOf, mediaText } from './medias.js';
import { NarrativeReader } from './read.js';

const PDF_COPY = '1.2.250.1.213.1.1.2.243';
const MAX_PLAIN_TEXT = 2_000_000;

/**
 * What a document shows, as plain data that is safe to show: sections with their headings, narratives of allowed elements
 * only, a table of medias whose type was held against their bytes, and the media to show first (content of an N1; PDF copy
 * of an N3, FR-Document-PDF-copie). It never fails: what cannot be shown is said in `findings`.
 */
export function narrativeOf(parsed: ParsedCda, limits: Partial<NarrativeLimits> = {}): NarrativeDocument {
  const bounds = { ...defaultNarrativeLimits, ...compact<Partial<NarrativeLimits>>(limits) };
  const reader = new NarrativeReader(bounds, (id) => parsed.ids.has(id));
  const contents = mediasOf(parsed);
  const medias = [...contents].map(([id, media]) => describeMedia(id, media));
  const { body } = parsed;
  if (body.kind !== 'structured') {
    const [only] = medias;
    const plain = only?.display === 'text' && body.kind === 'nonXml' ? mediaText(body.media) : undefined;
    return compact<NarrativeDocument>({
      kind: body.kind === 'nonXml' ? 'N1' : 'none',
      sections: [],
      medias,
      primary: only === undefined ? undefined : BODY_MEDIA,
      plainText: plain?.slice(0, MAX_PLAIN_TEXT),
      truncated: (plain?.length ?? 0) > MAX_PLAIN_TEXT,
      findings: [],
    });
  }
  const sections = body.sections.map((section) => sectionOf(section, 2, reader));
  return compact<NarrativeDocument>({
    kind: 'N3',
    sections,
    medias,
    primary: pdfCopyOf(body.sections, new Set(medias.filter((item) => item.display === 'pdf').map((item) => item.id))),
    truncated: reader.truncated,
    findings: reader.findings,
  });
}

type Level = NarrativeSection['level'];
const below: Readonly<Record<Level, Level>> = { 2: 3, 3: 4, 4: 5, 5: 6, 6: 6 };

function sectionOf(section: CdaSection, level: Level, reader: NarrativeReader): NarrativeSection {
  return compact<NarrativeSection>({
    level,
    title: section.title ?? section.code?.displayName,
    code: section.code,
    id: section.xmlId,
    pdfCopy: isPdfCopy(section),
    nodes: section.text === undefined ? [] : reader.read(section.text),
    sections: section.sections.map((child) => sectionOf(child, below[level], reader)),
  });
}

function isPdfCopy(section: CdaSection): boolean {
  return section.templateIds.some((id) => id.root === PDF_COPY);
}

/** The first PDF media of the first section that is a copy of the document. */
function pdfCopyOf(sections: readonly CdaSection[], pdfs: ReadonlySet<string>): string | undefined {
  for (const section of sections) {
    if (isPdfCopy(section)) {
      const ids: string[] = [];
      visit(section.element, (element) => {
        const id =
          element.local === 'observationMedia' ? element.attributes.find((item) => item.local === 'ID') : undefined;
        if (id !== undefined) ids.push(id.value);
      });
      const found = ids.find((id) => pdfs.has(id));
      if (found !== undefined) return found;
    }
    const inner = pdfCopyOf(section.sections, pdfs);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
