import { describe, expect, it } from 'vitest';
import { Kind, one } from '../../src/compile/static-type.js';
import { XPathError } from '../../src/runtime/error.js';
import { compiled, type EvaluateOptions, evaluateTest, evaluateText } from '../support/evaluate.js';

const NAMESPACES = {
  hl7: 'urn:hl7-org:v3',
  cda: 'urn:hl7-org:v3',
  svs: 'urn:ihe:iti:svs:2008',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
};

const DOCUMENT = `<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:v="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <typeId root="1.2.3" extension="POCD"/>
  <templateId root="1.2.250"/><templateId root="1.2.251" extension="x"/>
  <code code="A" codeSystem="1" xsi:type="CE" use="HP">text<!-- c --></code>
  <code code="B" codeSystem="2" xsi:type="v:CD" displayName=""/>
  <code nullFlavor="UNK"/>
  <effectiveTime value="20200131"><low value="5"/><high value="10"/></effectiveTime>
  <section><templateId root="1.2.250"/><entry><section><templateId root="1.9"/></section></entry></section>
  <section/>
  <plain xmlns="" a="1"><plain/><?plain x?></plain>
</ClinicalDocument>`;

const VOCABULARY = `<svs:RetrieveValueSetResponse xmlns:svs="urn:ihe:iti:svs:2008"><svs:ValueSet><svs:ConceptList>
  <svs:Concept code="A" codeSystem="1"/><svs:Concept code="B" codeSystem="9"/><svs:Concept code="A" codeSystem="2"/>
</svs:ConceptList></svs:ValueSet></svs:RetrieveValueSetResponse>`;

/** Rules are about elements, and the compiler is told so. */
const ELEMENT = one(Kind.element, true);

const documents = { 'jdv.xml': VOCABULARY };

/** Tests as packs write them: context, test. */
const SHAPES: readonly (readonly [context: string, test: string])[] = [
  ['/*', 'count(hl7:code) <= 1'],
  ['/*', 'count(hl7:code) = 3'],
  ['/*', 'count(hl7:code[@code]) >= 2'],
  ['/*', 'count(hl7:code | hl7:section) = 5'],
  ['/*', 'not(hl7:nothing | hl7:title)'],
  ['/*', 'hl7:nothing | hl7:code'],
  ['//cda:code[1]', "@use = 'H' or @use = 'HP' or @use = 'WP'"],
  ['//cda:code[2]', "@use = 'H' or @use = 'HP' or @use = 'WP'"],
  ['//cda:code[1]', "not(@use) or @use=('H','HP')"],
  ['//cda:code[1]', "@use != 'H' and @use != 'HP'"],
  ['/*', "cda:templateId/@root='1.2.250'"],
  ['/*', "cda:templateId[@root='1.2.250']/@extension='x'"],
  ['/*', "cda:code[@code='A' and @codeSystem='1']"],
  ['/*', "cda:code[@code='A'][@codeSystem='2']"],
  ['/*', "cda:code[(@code='A' or @code='C') and @codeSystem='1']/@use = 'HP'"],
  ['//cda:code[3]', 'not(@nullFlavor | * | text()[normalize-space()])'],
  ['//cda:code[1]', 'not(@nullFlavor | * | text()[normalize-space()])'],
  ['//cda:code[1]', 'empty(@xsi:type) or resolve-QName(@xsi:type, .) = QName("urn:hl7-org:v3", "CE")'],
  ['//cda:code[2]', 'empty(@xsi:type) or resolve-QName(@xsi:type, .) = QName("urn:hl7-org:v3", "CE")'],
  ['//cda:code[2]', 'QName("urn:hl7-org:v3", "CD") = resolve-QName(@xsi:type, .)'],
  ['//cda:code[3]', 'empty(@xsi:type) or resolve-QName(@xsi:type, .) = QName("urn:hl7-org:v3", "CE")'],
  ['//cda:code[1]', "string(@code) = ('A')"],
  ['//cda:code[3]', "string(@code) = ''"],
  ['//cda:code[2]', 'not(@displayName) or string-length(@displayName)>0'],
  ['//cda:code[1]', "matches(@codeSystem,'^[0-2](\\.(0|[1-9]\\d*))*$')"],
  ['//cda:effectiveTime', 'hl7:low/number(@value) <= hl7:high/number(@value)'],
  ['//cda:effectiveTime', 'number(substring(@value,5,2)) <= 12'],
  ['//cda:effectiveTime', 'hl7:low/@value < hl7:high/@value'],
  ['//cda:effectiveTime', 'hl7:low/@value < 10'],
  ['//cda:effectiveTime', '@value castable as xs:integer and not(@value castable as xs:date)'],
  ['//cda:code[1]', "document('jdv.xml')//svs:Concept[@code=current()/@code and @codeSystem=current()/@codeSystem]"],
  ['//cda:code[2]', "document('jdv.xml')//svs:Concept[@code=current()/@code and @codeSystem=current()/@codeSystem]"],
  ['//cda:code[3]', "document('jdv.xml')//svs:Concept[@code=current()/@code]"],
  ['//cda:code[1]', "@code = doc('jdv.xml')/*/svs:ValueSet/svs:ConceptList/svs:Concept/@code"],
  ['//cda:code[3]', "@code = doc('jdv.xml')/*/svs:ValueSet/svs:ConceptList/svs:Concept/@code"],
  ['//cda:code[2]', "exists(doc('jdv.xml')//svs:Concept[@code = current()/@code][@codeSystem = '9'])"],
  ['//cda:code[1]', "//cda:templateId/@root = '1.9'"],
  ['//cda:code[1]', "//cda:section[cda:templateId/@root='1.9']"],
  ['//cda:code[1]', 'count(//cda:section[cda:templateId]) = 2'],
  ['//cda:code[1]', 'count(//*:section/*:templateId) = 2'],
  ['/*/cda:section[1]', ".//cda:templateId[@root='1.9']"],
  ['/*/cda:section[2]', ".//cda:templateId[@root='1.9']"],
  ['/*/cda:section[1]', 'count(.//cda:section) = 1'],
  ['//cda:entry', '../cda:templateId'],
  ['//cda:entry', 'ancestor::cda:section/@nothing or ../../cda:code'],
  ['//cda:code[2]', 'preceding-sibling::*[local-name()=local-name(current())] | following-sibling::cda:none'],
  ['//cda:code[1]', "(count(@*) = 4 and name(@code) = 'code' and (@* = 'UNK' or @* = 'A'))"],
  ['//cda:code[3]', '@* except (@nullFlavor | @xsi:type)'],
  ['//cda:code[1]', "@* except (@nullFlavor | @xsi:type | @code[. = 'A'])"],
  ['//cda:code[1]', "@* intersect (@code | @use[. = 'x'])"],
  ['/*', 'every $e in cda:code satisfies $e[@code or @nullFlavor]'],
  ['/*', "some $e in cda:code satisfies $e/@code = ('B', 'C')"],
  ['//plain', 'count(plain) = 1 and node()[2]'],
  ['//plain', '@a = 1 and not(@a = 2)'],
  ['/*', 'cda:code[last()]/@nullFlavor and cda:code[position() < 3]/@use'],
  ['/*', '(cda:code | cda:section)[4]/cda:templateId'],
  ['/*', 'if (cda:code/@use) then cda:section else cda:nothing'],
  ['/*', 'cda:code/@code = cda:code/@codeSystem'],
  ['/*', "cda:code/@codeSystem = ('2', '3') and cda:code/@codeSystem != '1'"],
];

describe('Short cuts', () => {
  it.each(SHAPES)('%s: %s', async (contextPath, test) => {
    const options: EvaluateOptions = { namespaces: NAMESPACES, contextPath, documents, context: ELEMENT };
    const fast = await evaluateTest(test, DOCUMENT, options);
    expect(fast).toBe(await evaluateTest(test, DOCUMENT, { ...options, optimise: false }));
    expect(await evaluateText(test, DOCUMENT, options)).toBe(
      await evaluateText(test, DOCUMENT, { ...options, optimise: false }),
    );
  });

  it.each(SHAPES)('make no general sequence nor comparison for %s: %s', async (_, test) => {
    const { text } = await compiled(test, { namespaces: NAMESPACES, context: ELEMENT });
    const entry = /function (test|exists|compares|every|some)\w*\(n, c\) \{\n([\s\S]*?)\n {2}\}/g;
    for (const [, , body = ''] of text.matchAll(entry))
      expect(body).not.toMatch(/generalCompare|effectiveBooleanValue/);
  });

  it.each([
    ['count(hl7:x) <= 1', 'return childCount(n, $x_1) <= 1;'],
    ["@a = 'lit'", 'return attributeText(n, $a_1) === "lit";'],
    ['not(@a | hl7:b)', 'return !(attribute(n, $a_1) !== null || child(n, $b_1) !== null);'],
    ["not(@use = ('a', 'b'))", 'return !values.has(attributeText(n, $use));'],
    ['string-length(@a) > 0', 'return stringLength((attributeText(n, $a_1) ?? "")) > 0;'],
    ['empty(*) and not(text())', 'return firstElement(n) === null && firstOfKind(n, 3) === null;'],
  ])('%s is written %s', async (test, line) => {
    const { text } = await compiled(test, { namespaces: NAMESPACES });
    expect(text).toContain(line);
  });

  it('compute what depends on the document alone once in a run', async () => {
    const { text } = await compiled("count(//a[@b = //c/@d]) = 1 and //e = 'x'", {});
    expect(text.match(/_key === c\)/g)?.length).toBeGreaterThanOrEqual(2);
  });

  it('keep the errors of what they replace', async () => {
    const test = 'matches(@code, "(")';
    for (const optimise of [true, false]) {
      const evaluation = evaluateTest(test, '<a code="x"/>', { contextPath: '/a', optimise });
      await expect(evaluation).rejects.toThrow(XPathError);
    }
  });
});
