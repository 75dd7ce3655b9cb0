/**
 * A PDF/A-1b of a few lines, made at run time: the letters are drawn as squares, so that no font is needed, in black on the
 * white of the page, under a grey output intent (ISO 19005-1 §6.2.2, §6.3). Letters are upper case, without accents.
 */
export function letterPdf(title: string, lines: readonly string[]): Uint8Array {
  const content = [title, '', ...lines].map((line, index) => drawLine(line, 780 - index * 18)).join('\n');
  const profile = latin1(greyProfile());
  const metadata = xmp(title);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Metadata 5 0 R /OutputIntents [6 0 R] >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R >>',
    stream('', content),
    stream('/Type /Metadata /Subtype /XML', metadata),
    '<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (Grey gamma 2.2) /DestOutputProfile 7 0 R >>',
    stream('/N 1', profile),
  ];
  let text = '%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const id = '<5eed5eed5eed5eed5eed5eed5eed5eed>';
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /ID [${id} ${id}] >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

const stream = (dictionary: string, data: string) =>
  `<< ${dictionary} /Length ${data.length} >>\nstream\n${data}\nendstream`;

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

/** Columns of five by seven points from 0x20 to 0x5A, the lowest bit at the top. */
const GLYPHS =
  '0000000000 00005f0000 0007000700 147f147f14 242a7f2a12 2313086462 3649562050 0008070300 001c224100 0041221c00 ' +
  '2a1c7f1c2a 08083e0808 0080703000 0808080808 0000606000 2010080402 3e5149453e 00427f4000 7249494946 2141494d33 ' +
  '1814127f10 2745454539 3c4a494931 4121110907 3649494936 464949291e 0000140000 0040340000 0008142241 1414141414 ' +
  '0041221408 0201590906 3e415d594e 7c1211127c 7f49494936 3e41414122 7f4141413e 7f49494941 7f09090901 3e41415173 ' +
  '7f0808087f 00417f4100 2040413f01 7f08142241 7f40404040 7f021c027f 7f0408107f 3e4141413e 7f09090906 3e4151215e ' +
  '7f09192946 2649494932 03017f0103 3f4040403f 1f2040201f 3f4038403f 6314081463 0304780403 6159494d43';
const glyphs = GLYPHS.split(' ');
const DOT = 1.3;

function drawLine(line: string, top: number): string {
  const squares: string[] = [];
  const plain = line.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toUpperCase();
  [...plain].forEach((char, place) => {
    const glyph = glyphs[(char.codePointAt(0) ?? 0) - 0x20] ?? glyphs[0x1f] ?? '';
    for (let column = 0; column < 5; column++) {
      const bits = Number.parseInt(glyph.slice(column * 2, column * 2 + 2), 16);
      for (let row = 0; row < 8; row++) {
        if (!(bits & (1 << row))) continue;
        const x = 56 + place * 6 * DOT + column * DOT;
        squares.push(`${x.toFixed(1)} ${(top - row * DOT).toFixed(1)} ${DOT} ${DOT} re`);
      }
    }
  });
  return squares.length === 0 ? '' : `${squares.join('\n')}\nf`;
}

/** An ICC profile, version 2, of one grey channel (ICC.1:2001-04). */
function greyProfile(): Uint8Array {
  const tag = (type: string, data: readonly number[]) => [...codes(type), 0, 0, 0, 0, ...data];
  const padded = (data: readonly number[]) => [...data, ...Array<number>((4 - (data.length % 4)) % 4).fill(0)];
  const name = [...codes('Grey'), 0];
  const tags: readonly (readonly [string, readonly number[]])[] = [
    [
      'desc',
      padded(tag('desc', [...u32(name.length), ...name, ...u32(0), ...u32(0), 0, 0, 0, ...Array<number>(67).fill(0)])),
    ],
    ['cprt', padded(tag('text', [...codes('No copyright'), 0]))],
    ['wtpt', tag('XYZ ', [...u32(0xf6d6), ...u32(0x10000), ...u32(0xd32d)])],
    ['kTRC', padded(tag('curv', [...u32(1), 0x02, 0x33]))],
  ];
  const table: number[] = [...u32(tags.length)];
  const data: number[] = [];
  const start = 128 + 4 + tags.length * 12;
  for (const [signature, bytes] of tags) {
    table.push(...codes(signature), ...u32(start + data.length), ...u32(bytes.length));
    data.push(...bytes);
  }
  const header = new Uint8Array(128);
  header.set(u32(start + data.length), 0);
  header.set([2, 0x10, 0, 0], 8);
  header.set(codes('mntrGRAYXYZ '), 12);
  header.set([0x07, 0xe4, 0, 1, 0, 1], 24);
  header.set(codes('acsp'), 36);
  header.set([...u32(0xf6d6), ...u32(0x10000), ...u32(0xd32d)], 68);
  return Uint8Array.from([...header, ...table, ...data]);
}

const codes = (text: string) => Array.from(text, (char) => char.charCodeAt(0));
const u32 = (value: number) => [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

function xmp(title: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/[<>&]/g, ' ');
  return `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${plain}</rdf:li></rdf:Alt></dc:title></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}
