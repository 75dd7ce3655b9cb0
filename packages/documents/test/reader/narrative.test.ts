import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cpuMilliseconds } from '../../../tooling/src/cpu-time.ts';
import { parseCda } from '../../src/cda-reader.js';
import { type NarrativeNode, narrativeDomId, narrativeOf, renderHtml } from '../../src/render.js';
import { withBody, withText } from './support/document.js';

const nodesOf = (text: string): readonly NarrativeNode[] =>
  narrativeOf(parseCda(withText(text))).sections[0]?.nodes ?? [];
const rulesOf = (text: string): string[] => narrativeOf(parseCda(withText(text))).findings.map((f) => f.rule);
const withBodySections = (text: string): Uint8Array =>
  new TextEncoder().encode(new TextDecoder().decode(withText(text)).replace('<section>', '<section ID="s1">'));
const htmlOf = (text: string): string => renderHtml(parseCda(withText(text)));

/** All the text of nodes, in order. */
function textOf(nodes: readonly NarrativeNode[]): string {
  return nodes
    .map((node) => {
      switch (node.kind) {
        case 'text':
          return node.text;
        case 'list':
          return node.items.map((item) => textOf(item.children)).join('');
        case 'table':
          return [node.head, ...node.bodies, node.foot]
            .flat()
            .map((row) => row.cells.map((cell) => textOf(cell.children)).join(''))
            .join('');
        case 'break':
        case 'media':
        case 'footnoteRef':
          return '';
        default:
          return textOf(node.children);
      }
    })
    .join('');
}

describe('what the schema allows is kept', () => {
  test('contents, styles, breaks, indices', () => {
    expect(nodesOf('a <content ID="x" styleCode="Bold xRule">b</content><br/>H<sub>2</sub>O')).toEqual([
      { kind: 'text', text: 'a ' },
      { kind: 'content', id: 'x', styles: ['bold'], children: [{ kind: 'text', text: 'b' }] },
      { kind: 'break' },
      { kind: 'text', text: 'H' },
      { kind: 'sub', children: [{ kind: 'text', text: '2' }] },
      { kind: 'text', text: 'O' },
    ]);
    const styles = nodesOf('<content styleCode="BoldItalics UNDERLINE emphasis Lrule unknown"/>')[0];
    expect(styles?.kind === 'content' && styles.styles).toEqual([
      'bold',
      'italics',
      'underline',
      'emphasis',
      'leftRule',
    ]);
  });

  test('tables: groups, scopes, spans, captions', () => {
    const [table] = nodesOf(
      '<table border="1"><caption>Titre</caption><thead><tr><th>A</th><th scope="colgroup" colspan="2">B</th></tr></thead><tfoot><tr><td>f</td></tr></tfoot><tbody align="center"><tr><th>r</th><td rowspan="3">1</td><td colspan="0">2</td></tr></tbody></table>',
    );
    if (table?.kind !== 'table') throw new Error('table expected');
    expect([table.columns, table.bordered, table.bodies.length, table.foot.length]).toEqual([3, true, 1, 1]);
    expect(table.caption).toEqual([{ kind: 'text', text: 'Titre' }]);
    expect(table.head[0]?.cells.map((c) => [c.scope, c.columnSpan])).toEqual([
      ['col', 1],
      ['colgroup', 2],
    ]);
    expect(table.bodies[0]?.[0]?.cells.map((c) => [c.header, c.scope, c.rowSpan, c.columnSpan, c.align])).toEqual([
      [true, 'row', 1, 1, 'center'],
      [false, undefined, 3, 1, 'center'],
      [false, undefined, 1, 1, 'center'],
    ]);
  });

  test('lists, footnotes, medias and links', () => {
    const nodes = nodesOf(
      '<list listType="ordered" styleCode="LittleAlpha"><item>un</item><item>deux<list><item>trois</item></list></item></list><footnote ID="n1">note</footnote><footnoteRef IDREF="n1"/><footnoteRef IDREF="absent"/><renderMultiMedia referencedObject="absent n1"/><linkHtml href="#n1">ici</linkHtml>',
    );
    expect(nodes.map((node) => node.kind)).toEqual(['list', 'footnote', 'footnoteRef', 'footnoteRef', 'media', 'link']);
    expect(nodes[0]?.kind === 'list' && [nodes[0].ordered, nodes[0].marker, nodes[0].items.length]).toEqual([
      true,
      'littleAlpha',
      2,
    ]);
    expect(nodes[4]).toMatchObject({
      references: [
        { id: 'absent', found: false },
        { id: 'n1', found: true },
      ],
    });
    expect(nodes[5]).toMatchObject({ target: { kind: 'internal', id: 'n1', found: true } });
    const html = htmlOf('<footnote ID="n1">note</footnote><footnoteRef IDREF="n1"/>');
    expect(html.match(/href="#cda-note-1"/g)).toHaveLength(2);
  });
});

describe('links', () => {
  test.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java&#10;script:alert(1)',
    'data:text/html,<b>x'.replace('<', '&lt;'),
    'vbscript:x',
    'file:///etc/passwd',
    'Documents/DCI.pdf',
    '//evil.example/x',
    'blob:https://x/1',
    'https://user:secret@evil.example/',
    'http://',
    '\u202ejavascript:alert(1)',
    `https://example.org/${'a'.repeat(5_000)}`,
    '#a b',
  ])('%s is refused', (href) => {
    const text = `<linkHtml href="${href}">lien</linkHtml>`;
    expect(nodesOf(text)[0]).toMatchObject({ kind: 'link', target: { kind: 'refused' } });
    expect(rulesOf(text)).toEqual(['cda.narrative.linkRefused']);
    expect(htmlOf(text)).not.toContain('<a ');
  });

  test.each([
    ['https://www.e-cancer.fr/a?b=1&amp;c=2', 'https://www.e-cancer.fr/a?b=1&c=2'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['http://www.example.org/wado?a=1 &amp;b=2', 'http://www.example.org/wado?a=1&b=2'],
  ])('%s is kept', (href, expected) => {
    expect(nodesOf(`<linkHtml href="${href}">x</linkHtml>`)[0]).toMatchObject({
      target: { kind: 'external', href: expected },
    });
  });
});

describe('what the schema does not know is text', () => {
  test('script, style, SVG, forms, frames: their text, never themselves', () => {
    const attack =
      '<script>alert(1)</script><style>body{display:none}</style><svg xmlns="http://www.w3.org/2000/svg" onload="alert(2)"><text>dessin</text></svg>' +
      '<iframe src="https://evil.example"/><img src="x" onerror="alert(3)"/><form action="https://evil.example"><input name="x"/></form>' +
      '<content onclick="alert(4)" style="background:url(javascript:alert(5))" styleCode="expression(alert(6)) Bold">gras</content><object data="evil.swf"/>';
    expect(textOf(nodesOf(attack))).toBe('alert(1)body{display:none}dessingras');
    const html = htmlOf(attack);
    for (const bad of [
      '<script',
      '<svg',
      '<iframe',
      '<img',
      '<form',
      '<input',
      '<object',
      'onload',
      'onclick',
      'onerror',
      'evil',
      'expression',
    ]) {
      expect(html).not.toContain(bad);
    }
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(rulesOf(attack).every((rule) => rule === 'cda.narrative.unknownElement')).toBe(true);
  });

  test('a text cannot leave its place', () => {
    const html = htmlOf('&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;"\' &amp;lt;');
    expect(html).toContain('&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39; &amp;lt;');
    expect(html).not.toContain('<script');
  });

  test('bidirectional overrides are shown as such', () => {
    expect(textOf(nodesOf('dose \u202e01\u202c mg'))).toBe('dose \ufffd01\ufffd mg');
  });

  test('ids: prefixed in the page, given once, dropped when they are not ones', () => {
    const html = htmlOf(
      `<content ID="location">a</content><content ID="location">b</content><content ID="${'x'.repeat(100_000)}">c</content><content ID="a&quot;b">d</content>`,
    );
    expect(html.match(/id="cda-location"/g)).toHaveLength(1);
    expect(html).not.toMatch(/id="(?!cda-)/);
    expect(html.length).toBeLessThan(20_000);
    expect(narrativeDomId('x')).toBe('cda-x');
  });
});

describe('bounds', () => {
  test('a table in a table becomes paragraphs, and no text is lost', () => {
    const text =
      '<table><tbody><tr><td>a<table><tbody><tr><td>b</td><td>c</td></tr></tbody></table></td></tr></tbody></table>';
    expect(textOf(nodesOf(text))).toBe('ab | c');
    expect(rulesOf(text)).toEqual(['cda.narrative.nestedTable']);
    const inList =
      '<table><tbody><tr><td><list><item><table><tbody><tr><td>z</td></tr></tbody></table></item></list></td></tr></tbody></table>';
    expect(textOf(nodesOf(inList))).toBe('z');
    expect(htmlOf(inList).match(/<table/g)).toHaveLength(1);
  });

  test('10 000 columns, written or spanned', () => {
    const row = `<tr>${Array.from({ length: 10_000 }, (_, i) => `<td>${i}</td>`).join('')}</tr>`;
    const text = `<table><tbody>${row}</tbody></table>`;
    expect(rulesOf(text)).toEqual(['cda.narrative.tableTooWide']);
    expect(textOf(nodesOf(text)).startsWith('0 | 1 | 2')).toBe(true);
    expect(textOf(nodesOf(text)).endsWith('| 9999')).toBe(true);
    const [wide] = nodesOf(
      '<table><tbody><tr><td colspan="999999999">x</td><td rowspan="1e9">y</td></tr></tbody></table>',
    );
    expect(wide?.kind === 'table' && wide.bodies[0]?.[0]?.cells.map((c) => [c.columnSpan, c.rowSpan])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test('depth: beyond 32 levels, the text alone', () => {
    const text = `${'<content>'.repeat(150)}fond${'</content>'.repeat(150)}`;
    expect(textOf(nodesOf(text)).trim()).toBe('fond');
    expect(rulesOf(text)).toEqual(['cda.narrative.tooDeep']);
  });

  test('length: the rest is left out and said', () => {
    const text = '<content>x</content>'.repeat(120_000);
    const made = narrativeOf(parseCda(withText(text)));
    expect([made.truncated, made.findings.map((f) => f.rule)]).toEqual([true, ['cda.narrative.tooLong']]);
    expect(renderHtml(parseCda(withText(text)))).toContain('trop long');
  });

  test('tables of tables of tables do not grow the work', () => {
    let text = 'x';
    for (let i = 0; i < 40; i += 1) text = `<table><tbody><tr><td>${text}</td><td>y</td></tr></tbody></table>`;
    expect(cpuMilliseconds(() => htmlOf(text))).toBeLessThan(1_000);
  });
});

test('each table has a name of its own, and a corner without a word is no header', () => {
  const table = '<table><thead><tr><th/><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>';
  const html = htmlOf(table + table);
  expect([...html.matchAll(/aria-label="([^"]*)"/g)].map((match) => match[1])).toEqual(['Section', 'Section (2)']);
  expect(html).toContain('<tr><td></td><th scope="col">B</th></tr>');
});

describe('medias', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').toString('base64');
  const media = (type: string, content: string): string =>
    `<entry><observationMedia classCode="OBS" moodCode="EVN" ID="m"><value mediaType="${type}" representation="B64">${content}</value></observationMedia></entry>`;
  const item = (type: string, content: string) =>
    narrativeOf(parseCda(withText('<renderMultiMedia referencedObject="m"/>', media(type, content)))).medias[0];

  test('the declared type is held against the bytes', () => {
    expect(item('image/png', png)).toMatchObject({
      display: 'image',
      verified: true,
      contentType: 'image/png',
      size: 16,
    });
    expect(item('image/jpeg', png)).toMatchObject({
      display: 'image',
      verified: false,
      contentType: 'image/png',
      rule: 'cda.media.typeMismatch',
    });
    expect(item('application/pdf', png)).toMatchObject({
      display: 'file',
      contentType: 'application/octet-stream',
      rule: 'cda.media.typeMismatch',
    });
    expect(item('image/svg+xml', Buffer.from('<svg onload="alert(1)"/>').toString('base64'))).toMatchObject({
      display: 'file',
      contentType: 'application/octet-stream',
      rule: 'cda.media.unknownType',
    });
    expect(item('text/html', Buffer.from('<script>alert(1)</script>').toString('base64'))).toMatchObject({
      display: 'file',
      contentType: 'application/octet-stream',
    });
    expect(item('image/png', '***')).toMatchObject({ display: 'none', rule: 'cda.media.base64' });
    expect(item('image/png', '')).toMatchObject({ display: 'none', rule: 'cda.media.empty' });
  });

  test('in the page: an image as data, another type as a file of octets', () => {
    const page = (type: string, content: string): string =>
      renderHtml(parseCda(withText('<renderMultiMedia referencedObject="m"/>', media(type, content))));
    expect(page('image/png', png)).toContain(`<img alt="Image du document" src="data:image/png;base64,${png}">`);
    const html = page('text/html', Buffer.from('<script>alert(1)</script>').toString('base64'));
    expect(html).toContain('download="m.bin" href="data:application/octet-stream;base64,');
    expect(html).not.toContain('data:text/html');
  });

  test('what no text shows is shown at the end, a text as a text', () => {
    const page = renderHtml(
      parseCda(withText('a', media('text/plain', Buffer.from('Compte <rendu>').toString('base64')))),
    );
    expect(page).toContain('<h2>Autres contenus du document</h2>');
    expect(page).toContain('<pre>Compte &lt;rendu&gt;</pre>');
    const once = renderHtml(parseCda(withText('<renderMultiMedia referencedObject="m"/>', media('image/png', png))));
    expect(once).not.toContain('Autres contenus');
    expect(once.split(png)).toHaveLength(2);
  });

  test('a link to a section leads there', () => {
    const linked = withBodySections('<linkHtml href="#s1">voir</linkHtml>');
    expect(renderHtml(parseCda(linked))).toMatch(/<section id="cda-s1">.*href="#cda-s1"/s);
  });

  test('the text of an N1 is read in its encoding', () => {
    const page = (bytes: Uint8Array, charset: string): string =>
      renderHtml(
        parseCda(
          withBody(Buffer.from(bytes).toString('base64'), `mediaType="text/plain" representation="B64"${charset}`),
        ),
      );
    expect(page(Buffer.from('\ufeffFièvre', 'utf16le'), '')).toContain('<pre>Fièvre</pre>');
    expect(page(Uint8Array.of(0x31, 0xa4), ' charset="ISO-8859-15"')).toContain('<pre>1€</pre>');
    expect(page(Uint8Array.of(0x31, 0x80), ' charset="unknown"')).toContain('<pre>1€</pre>');
  });

  test('an N1 shows its text, or gives its file', () => {
    const text = renderHtml(
      parseCda(withBody(Buffer.from('Dose : 1 < 2').toString('base64'), 'mediaType="text/plain" representation="B64"')),
    );
    expect(text).toContain('<pre>Dose : 1 &lt; 2</pre>');
    const pdf = renderHtml(parseCda(withBody(Buffer.from('%PDF-1.4\n').toString('base64'))));
    expect(pdf).toContain('download="body.pdf"');
    const latin = renderHtml(
      parseCda(
        withBody(Buffer.from('Fièvre', 'latin1').toString('base64'), 'mediaType="text/plain" representation="B64"'),
      ),
    );
    expect(latin).toContain('<pre>Fièvre</pre>');
  });
});

test('whatever the narrative, the page is made of our elements alone and keeps every word', () => {
  // Words that nothing else of the page has.
  const words = ['zmot', 'zscript', 'zlien', 'znote', 'zsaut'];
  const leaf = fc.constantFrom(
    'zmot',
    '&lt;b&gt;',
    '<br/>',
    '<br>zsaut</br>',
    '<sub>2</sub>',
    '<script>zscript</script>',
    '<linkHtml href="javascript:x">zlien</linkHtml>',
    '<footnote>znote</footnote>',
  );
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc
        .tuple(
          fc.constantFrom(
            'content',
            'paragraph',
            'list',
            'item',
            'table',
            'tbody',
            'tr',
            'td',
            'th',
            'thead',
            'col',
            'renderMultiMedia',
            'caption',
            'unknown',
          ),
          fc.array(tie('tree'), { maxLength: 4 }),
        )
        .map(([name, children]) => `<${name} ID="i" styleCode="Bold">${children.join('')}</${name}>`),
    ),
  }));
  const allowed = new Set([
    '!doctype',
    'html',
    'head',
    'meta',
    'title',
    'style',
    'body',
    'main',
    'h1',
    'h2',
    'header',
    'section',
    'dl',
    'dt',
    'dd',
    'span',
    'p',
    'div',
    'strong',
    'sub',
    'sup',
    'br',
    'a',
    'ul',
    'ol',
    'li',
    'table',
    'caption',
    'thead',
    'tbody',
    'tfoot',
    'tr',
    'td',
    'th',
    'pre',
    'figure',
    'figcaption',
    'img',
    'ins',
    'del',
  ]);
  fc.assert(
    fc.property(tree, (text) => {
      const html = htmlOf(text);
      const names = [...html.matchAll(/<\/?([a-z!0-9]+)/gi)].map((match) => (match[1] ?? '').toLowerCase());
      expect(names.filter((name) => !allowed.has(name))).toEqual([]);
      const shown = html.slice(html.indexOf('<body>')).replace(/<[^>]*>/g, ' ');
      for (const word of words) expect(shown.split(word).length, word).toBe(text.split(word).length);
    }),
    { numRuns: 300 },
  );
});
