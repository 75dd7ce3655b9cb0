import { describe, expect, it } from 'vitest';
import type { DocumentLoader } from '../../src/runtime/run.js';
import { readDocument } from '../../src/tree/read.js';
import { call, codeOf, element, runOf, texts } from './call.js';

/** Documents by name; a relative reference is relative to its base. */
function library(documents: Readonly<Record<string, string>>): { load: DocumentLoader; asked: string[] } {
  const asked: string[] = [];
  const load: DocumentLoader = (href, base) => {
    asked.push(base === undefined ? href : `${href} from ${base}`);
    const uri = new URL(href, base ?? 'lib:/main/').href;
    const xml = documents[uri];
    return xml === undefined ? undefined : { uri, document: readDocument(xml) };
  };
  return { load, asked };
}

const VOC = '<voc xml:id="top"><code xml:id=" a ">1</code><code xml:id="b">2</code><code xml:id="b">3</code></voc>';
const DOCUMENTS = {
  'lib:/main/voc.xml': VOC,
  'lib:/main/sub/other.xml': '<other><link>voc2.xml</link></other>',
  'lib:/main/sub/voc2.xml': '<voc2/>',
};

describe('doc', () => {
  it('asks the loader once, and gives the same node', () => {
    const { load, asked } = library(DOCUMENTS);
    const c = runOf('<a/>', { load });
    const first = call(c, 'doc', 'voc.xml');
    expect(call(c, 'doc', 'voc.xml')).toEqual(first);
    expect(call(c, 'doc', './voc.xml')[0]).toBe(first[0]);
    expect(texts(c, 'document-uri', first)).toEqual(['lib:/main/voc.xml']);
    expect(asked).toEqual(['voc.xml', './voc.xml']);
    expect(call(c, 'doc', [])).toEqual([]);
  });

  it('stops where there is none', () => {
    const { load, asked } = library(DOCUMENTS);
    const c = runOf('<a/>', { load });
    for (const href of ['none.xml', '../../etc/passwd', '/etc/passwd', 'http://ex.org/a.xml', '']) {
      expect(codeOf(() => call(c, 'doc', href))).toBe('FODC0002');
      expect(call(c, 'doc-available', href)).toEqual([false]);
    }
    expect(asked).toEqual(['none.xml', '../../etc/passwd', '/etc/passwd', 'http://ex.org/a.xml', '']);
    expect(codeOf(() => call(runOf('<a/>'), 'doc', 'voc.xml'))).toBe('FODC0002');
    expect(call(c, 'doc-available', [])).toEqual([false]);
    expect(call(c, 'doc-available', 'voc.xml')).toEqual([true]);
  });

  it('gives the element that a fragment names', () => {
    const { load } = library(DOCUMENTS);
    const c = runOf('<a/>', { load });
    expect(texts(c, 'doc', 'voc.xml#a')).toEqual(['1']);
    expect(texts(c, 'doc', 'voc.xml#b')).toEqual(['2']);
    expect(texts(c, 'document', 'voc.xml#')).toEqual(['123']);
    expect(call(c, 'document', 'voc.xml#none')).toEqual([]);
    expect(call(c, 'doc-available', 'voc.xml#none')).toEqual([false]);
    expect(c.missing.size).toBe(0);
  });

  it('lets the loader know fragments of its own', () => {
    const document = readDocument('<part/>');
    const c = runOf('<a/>', { load: (href) => (href === 'x#y' ? { uri: 'x#y', document } : undefined) });
    expect(call(c, 'doc', 'x#y')).toEqual([document]);
  });
});

describe('document', () => {
  it('leaves out what is not there, and says so', () => {
    const { load } = library(DOCUMENTS);
    const c = runOf('<a/>', { load });
    expect(call(c, 'document', 'none.xml')).toEqual([]);
    expect(texts(c, 'document', ['none.xml', 'voc.xml', 'voc.xml'])).toEqual(['123']);
    expect([...c.missing]).toEqual(['none.xml']);
    expect(call(c, 'document', [])).toEqual([]);
  });

  it('is relative to the node that holds the reference, or to the one that is given', () => {
    const { load, asked } = library(DOCUMENTS);
    const c = runOf('<a/>', { load });
    const other = call(c, 'document', 'sub/other.xml')[0] ?? '';
    const link = call(c, 'innermost', [other]);
    expect(link).toEqual([other]);
    const linkElement = (other as typeof c.document).first?.first ?? [];
    expect(call(c, 'document', linkElement).length).toBe(1);
    expect(call(c, 'document', 'voc2.xml', other).length).toBe(1);
    expect(call(c, 'document', 'voc2.xml')).toEqual([]);
    expect(asked.slice(1)).toEqual(['voc2.xml from lib:/main/sub/other.xml', 'voc2.xml']);
  });

  it('gives documents in the order of the run', () => {
    const { load } = library(DOCUMENTS);
    const c = runOf('<a/>', { load });
    call(c, 'doc', 'sub/voc2.xml');
    expect(call(c, 'document', ['voc.xml', 'sub/voc2.xml']).map((each) => c.uriOf(each as typeof c.document))).toEqual([
      'lib:/main/sub/voc2.xml',
      'lib:/main/voc.xml',
    ]);
  });
});

describe('id', () => {
  it('finds xml:id', () => {
    const c = runOf();
    const b = element(c, 'b');
    expect(call(c, 'id', 'x2 x1 none x1', c.document)).toEqual([b, element(c, 'e')]);
    expect(call(c, 'id', ['none', 'x1'], b)).toEqual([b]);
    expect(call(c, 'element-with-id', 'x1', b)).toEqual([b]);
    expect(call(c, 'id', 'i1', b)).toEqual([]);
    expect(call(c, 'idref', 'x1', b)).toEqual([]);
  });
});
