/** The documents that the cases are evaluated over, by the name that `doc()` gives them. */
export const DOCUMENTS: Readonly<Record<string, string>> = {
  'library.xml': `<library xmlns:x="urn:x">
  <!-- catalogue -->
  <book id="b1" lang="fr" year="1998" price="12.50"><title>Les Misérables</title><author>Hugo</author><author>Victor</author></book>
  <book id="b2" lang="en" year="2005" price="7"><title>Emma</title><author>Austen</author></book>
  <book id="b3" year="2005"><title>Emma</title><x:note n="1">rare</x:note></book>
  <shelf><box><book id="b4" lang="fr" year="2012" price="30"><title xml:lang="fr-CA">Zazie</title></book></box></shelf>
</library>`,
  'mixed.xml':
    '<?start here?><!--before--><doc><p>One <b>two</b> three<!--c1--> four</p><p/> <p>  spaced   out  </p>' +
    '<?target some data?><p><![CDATA[<raw> & ]]>tail</p></doc><!--after-->',
  'names.xml':
    '<root xmlns="urn:d" xmlns:p="urn:p" xml:lang="en"><item p:k="1" k="2"/><p:item k="3" xml:lang="fr">' +
    '<item xmlns="" k="4" type="p:thing"/></p:item><q:item xmlns:q="urn:p" xmlns="" k="5"><leaf xml:id="z">x</leaf></q:item></root>',
  'unicode.xml':
    '<t><a>é</a><b>e\u0301</b><c>😀a</c><d>Straße ÉCOLE ſ ŒUVRE</d><e>a&#xA0;b&#x2003;c</e><f>日本語</f></t>',
  'values.xml':
    '<v><n>1</n><n>2.5</n><n> 3 </n><n>abc</n><n/><d>2020-02-29</d><d>2021-12-31Z</d><dt>2020-02-29T12:00:00+02:00</dt>' +
    '<b>true</b><b>0</b><q>p:x</q><u>http://a.b/c d?é</u><s>b a c a</s></v>',
};

/** The prefixes of the cases. No default namespace for elements. */
export const NAMESPACES: Readonly<Record<string, string>> = {
  d: 'urn:d',
  fn: 'http://www.w3.org/2005/xpath-functions',
  p: 'urn:p',
  x: 'urn:x',
  xs: 'http://www.w3.org/2001/XMLSchema',
  xsl: 'http://www.w3.org/1999/XSL/Transform',
};

/** The keys of the cases, as a stylesheet or a schema declares them. */
export const KEYS = [
  { name: 'book', match: 'book', use: '@id' },
  { name: 'year', match: 'book', use: 'xs:integer(@year)' },
] as const;
