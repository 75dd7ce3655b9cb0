/** The strongly connected components of a graph, numbered so that every edge goes to the same number or a lower one. */
export interface Components {
  /** Node → its component. */
  readonly of: Int32Array;
  readonly count: number;
  /** Component → is there a cycle in it? */
  readonly cyclic: readonly boolean[];
}

/** Finds them (Tarjan), without recursion. */
export function componentsOf(next: readonly (readonly number[])[]): Components {
  const size = next.length;
  const of = new Int32Array(size).fill(-1);
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const cyclic: boolean[] = [];
  const open: number[] = [];
  let clock = 0;
  for (let root = 0; root < size; root++) {
    if (order[root] !== -1) continue;
    const path: { node: number; edge: number }[] = [{ node: root, edge: 0 }];
    while (path.length > 0) {
      const frame = path[path.length - 1];
      if (!frame) break;
      const { node } = frame;
      if (frame.edge === 0) {
        order[node] = clock;
        low[node] = clock++;
        open.push(node);
      }
      const other = next[node]?.[frame.edge++];
      if (other !== undefined) {
        if (order[other] === -1) path.push({ node: other, edge: 0 });
        else if (of[other] === -1) low[node] = Math.min(low[node] ?? 0, order[other] ?? 0);
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent) low[parent.node] = Math.min(low[parent.node] ?? 0, low[node] ?? 0);
      if (low[node] !== order[node]) continue;
      const members = open.splice(open.lastIndexOf(node));
      for (const member of members) of[member] = cyclic.length;
      cyclic.push(members.length > 1 || (next[node]?.includes(node) ?? false));
    }
  }
  return { of, count: cyclic.length, cyclic };
}
