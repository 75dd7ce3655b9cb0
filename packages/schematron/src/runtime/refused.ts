/** A function that the reference engine lets a stylesheet of version 2.0 call, and the compiler refuses. */
export interface RefusedFunction {
  readonly name: string;
  readonly minArity: number;
  readonly maxArity: number;
  /** Of which recommendation. */
  readonly of: 'F&O 2.0' | 'XSLT 2.0' | 'F&O 3.1' | 'XSLT 3.0';
  /** Why, for people. */
  readonly reason: string;
}

const FILES = 'rules read documents only, through the loader of the caller';
const GROUPS = 'belongs to instructions that rules do not have';
const LATER = 'not of XPath 2.0; no pack uses it';
const MACHINE = 'a verdict must not depend on the machine that gives it';
const ENTITIES = 'documents have no DTD here, hence no entities';

type Row = readonly [name: string, minArity: number, maxArity: number, reason: string];

const ROWS: Readonly<Record<RefusedFunction['of'], readonly Row[]>> = {
  'F&O 2.0': [['collection', 0, 1, FILES]],
  'XSLT 2.0': [
    ['unparsed-text', 1, 2, FILES],
    ['unparsed-text-available', 1, 2, FILES],
    ['unparsed-entity-uri', 1, 2, ENTITIES],
    ['unparsed-entity-public-id', 1, 2, ENTITIES],
    ['current-group', 0, 0, GROUPS],
    ['current-grouping-key', 0, 0, GROUPS],
    ['regex-group', 1, 1, GROUPS],
  ],
  'F&O 3.1': [
    ['analyze-string', 2, 3, LATER],
    ['available-environment-variables', 0, 0, MACHINE],
    ['collation-key', 1, 2, LATER],
    ['default-language', 0, 0, LATER],
    ['environment-variable', 1, 1, MACHINE],
    ['format-integer', 2, 3, LATER],
    ['json-doc', 1, 2, FILES],
    ['json-to-xml', 1, 2, LATER],
    ['parse-ietf-date', 1, 1, LATER],
    ['parse-json', 1, 2, LATER],
    ['parse-xml', 1, 1, LATER],
    ['parse-xml-fragment', 1, 1, LATER],
    ['serialize', 1, 2, LATER],
    ['sort', 1, 2, LATER],
    ['transform', 1, 1, LATER],
    ['unparsed-text-lines', 1, 2, FILES],
    ['uri-collection', 0, 1, FILES],
    ['xml-to-json', 1, 2, LATER],
  ],
  'XSLT 3.0': [
    ['accumulator-after', 1, 1, GROUPS],
    ['accumulator-before', 1, 1, GROUPS],
    ['available-system-properties', 0, 0, MACHINE],
    ['copy-of', 0, 1, LATER],
    ['current-merge-group', 0, 1, GROUPS],
    ['current-merge-key', 0, 0, GROUPS],
    ['current-output-uri', 0, 0, GROUPS],
    ['snapshot', 0, 1, LATER],
    ['stream-available', 1, 1, LATER],
  ],
};

/** Functions that are refused when a schema is compiled, by local name. */
export const REFUSED_FUNCTIONS: ReadonlyMap<string, RefusedFunction> = new Map(
  Object.entries(ROWS).flatMap(([of, rows]) =>
    rows.map(([name, minArity, maxArity, reason]): [string, RefusedFunction] => [
      name,
      { name, minArity, maxArity, of: of as RefusedFunction['of'], reason },
    ]),
  ),
);
