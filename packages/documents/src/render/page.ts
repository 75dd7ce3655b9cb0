import type { Locale } from '@socle-sante/core/finding';
import { narrativeOf } from '../narrative/build.js';
import type { NarrativeDocument, NarrativeMediaItem, NarrativeSection } from '../narrative/document.js';
import { BODY_MEDIA, mediasOf, mediaText } from '../narrative/medias.js';
import { mediaBytes } from '../reader/media.js';
import type { CdaMedia, ParsedCda } from '../reader/parsed.js';
import { headerSummary } from '../reader/summary.js';
import { headerHtml } from './header-html.js';
import { type LabelKey, label, showSize } from './labels.js';
import { encodeBase64, escapeHtml, tag } from './markup.js';
import { NarrativeHtml } from './narrative-html.js';
import { STYLE, STYLE_HASH } from './style.js';

export interface RenderOptions {
  /** Language of the labels of the page; the document stays in its own. Default `fr`. */
  readonly locale?: Locale;
  /** Bytes of images and files carried in the page, all together. Default 20 000 000; what is beyond is named only. */
  readonly maxInlineBytes?: number;
}

/**
 * A document as one static HTML page, safe to open and to serve: header from the data, PDF first, then the narrative from
 * its safe tree. No script, no external load, one style; a Content-Security-Policy in the page forbids everything else.
 * The same document always gives the same page.
 */
export function renderHtml(parsed: ParsedCda, options: RenderOptions = {}): string {
  const locale = options.locale ?? 'fr';
  const text = (key: LabelKey, values?: Readonly<Record<string, string>>): string =>
    escapeHtml(label(locale, key, values));
  const narrative = narrativeOf(parsed);
  const medias = new MediaHtml(narrative, mediasOf(parsed), locale, options.maxInlineBytes ?? 20_000_000);
  const summary = headerSummary(parsed);
  const title = summary.title ?? summary.type?.label ?? label(locale, 'none');
  const html = new NarrativeHtml({
    prefix: 'cda',
    media: (id, caption) => medias.html(id, caption),
    text: { table: label(locale, 'table'), note: label(locale, 'note') },
  });
  const primary = narrative.primary === undefined ? '' : medias.html(narrative.primary, '');
  const first =
    primary === ''
      ? ''
      : tag('section', { class: 'card' }, tag('h2', {}, text(narrative.kind === 'N1' ? 'content' : 'copy')), primary);
  const plain = narrative.plainText === undefined ? '' : tag('pre', {}, escapeHtml(narrative.plainText));
  const sections = narrative.sections.map((section) => sectionHtml(section, html)).join('');
  const others = medias.others();
  const attachments =
    others === '' ? '' : tag('section', { class: 'card' }, tag('h2', {}, text('attachments')), others);
  const notes = html.takeNotes();
  const main = [
    tag('h1', {}, escapeHtml(title)),
    narrative.truncated ? tag('p', { class: 'note' }, text('truncated')) : '',
    parsed.wrapper === 'signature' ? tag('p', { class: 'note' }, text('signature')) : '',
    headerHtml(summary, locale),
    first,
    plain,
    sections,
    attachments,
    notes === '' ? '' : tag('section', {}, tag('h2', {}, text('notes')), tag('ol', {}, notes)),
    first === '' && plain === '' && sections === '' && attachments === ''
      ? tag('p', { class: 'note' }, text('empty'))
      : '',
  ];
  const policy = `default-src 'none'; img-src data:; style-src ${STYLE_HASH}; base-uri 'none'; form-action 'none'`;
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    tag('title', {}, escapeHtml(title)),
    `<style>${STYLE}</style>`,
  ];
  const lang = languageOf(summary.language) ?? locale;
  return `<!DOCTYPE html>\n${tag('html', { lang }, tag('head', {}, ...head), tag('body', {}, tag('main', {}, ...main)))}\n`;
}

function languageOf(code: string | undefined): string | undefined {
  return code !== undefined && /^[a-z]{2}(?:-[A-Z]{2})?$/.test(code) ? code : undefined;
}

function sectionHtml(section: NarrativeSection, html: NarrativeHtml): string {
  const title = section.title ?? '';
  return tag(
    'section',
    { id: html.id(section.id) },
    title === '' ? '' : tag(`h${section.level}`, {}, escapeHtml(title)),
    html.nodes(section.nodes, title),
    ...section.sections.map((child) => sectionHtml(child, html)),
  );
}

/** The medias of a page: shown once in full, named afterwards, within the bytes that the page may carry. */
class MediaHtml {
  readonly #items: ReadonlyMap<string, NarrativeMediaItem>;
  readonly #shown = new Set<string>();
  /** Everything that was asked for, shown or not. */
  readonly #met = new Set<string>();

  constructor(
    narrative: NarrativeDocument,
    private readonly contents: ReadonlyMap<string, CdaMedia>,
    private readonly locale: Locale,
    private left: number,
  ) {
    this.#items = new Map(narrative.medias.map((item) => [item.id, item]));
  }

  html(id: string, caption: string): string {
    this.#met.add(id);
    const item = this.#items.get(id);
    const media = this.contents.get(id);
    const below = caption === '' ? '' : tag('div', {}, caption);
    if (item === undefined || media === undefined) return this.#note('missing') + below;
    // The text of an N1 is shown by the page itself.
    if (item.display === 'text' && id === BODY_MEDIA) return '';
    if (item.display === 'none') return this.#note('unreadable') + below;
    const anchor = `cda-media-${id}`;
    const values = { type: item.contentType, size: showSize(item.size, this.locale) };
    const captionHtml = caption === '' ? '' : tag('figcaption', {}, caption);
    if (this.#shown.has(id)) return tag('p', {}, tag('a', { href: `#${anchor}` }, this.#text('open', values))) + below;
    if (item.size > this.left) return tag('p', { class: 'note' }, this.#text('tooBig', values)) + below;
    const read = mediaBytes(media);
    if (!read.ok) return this.#note('unreadable') + below;
    this.left -= item.size;
    this.#shown.add(id);
    if (item.display === 'text') {
      return tag('figure', { id: anchor }, tag('pre', {}, escapeHtml(mediaText(media) ?? '')), captionHtml);
    }
    const url = `data:${item.contentType};base64,${encodeBase64(read.value)}`;
    const mismatch =
      item.rule === 'cda.media.typeMismatch' ? this.#note('mismatch', { declared: item.declaredType ?? '' }) : '';
    const shown =
      item.display === 'image'
        ? `<img alt="${caption === '' ? this.#text('image') : ''}" src="${url}">`
        : tag('a', { download: fileName(item), href: url }, this.#text('open', values));
    return tag('figure', { id: anchor }, mismatch, shown, captionHtml);
  }

  /** The contents that no text of the document shows: a reader must not miss them. */
  others(): string {
    return [...this.#items.keys()]
      .filter((id) => id !== BODY_MEDIA && !this.#met.has(id))
      .map((id) => this.html(id, ''))
      .join('');
  }

  #text(key: LabelKey, values: Readonly<Record<string, string>> = {}): string {
    return escapeHtml(label(this.locale, key, values));
  }

  #note(key: LabelKey, values: Readonly<Record<string, string>> = {}): string {
    return tag('p', { class: 'note' }, this.#text(key, values));
  }
}

const fileExtensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
  'text/rtf': 'rtf',
  'text/plain': 'txt',
};

/** A file name for a media: its ID in safe letters, and the extension of what it really is. */
export function fileName(item: NarrativeMediaItem): string {
  const base = item.id.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 64);
  return `${base === '' ? 'document' : base}.${fileExtensions[item.contentType] ?? 'bin'}`;
}
