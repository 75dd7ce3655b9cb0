/** Longest expression, in UTF-16 units. */
export const MAX_LENGTH = 100_000;

/** Parentheses, predicates, arguments and the like within one another. */
export const MAX_NESTING = 200;

/** Height of the tree: a chain such as `a + a + …` has the height of its length, without any nesting. */
export const MAX_HEIGHT = 1_000;

/** Nodes of the tree. */
export const MAX_NODES = 200_000;
