import { type CogPlace, type CogPort, type CogQuery, foldPlace, inForce, UNKNOWN_PLACE } from './cog-port.js';

interface Table {
  readonly places: readonly (CogPlace & { readonly folded: string })[];
  readonly byCode: ReadonlyMap<string, CogPlace>;
  readonly departments: ReadonlyMap<string, string>;
}

let loading: Promise<Table> | undefined;

const lines = (text: string): string[] => text.split(/[|\n]/);

async function load(): Promise<Table> {
  const data = await import('./cog-table.js');
  const departments = new Map(
    lines(data.departments).map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]),
  );
  const named = (text: string, kind: 'commune' | 'country'): CogPlace[] =>
    lines(text).map((line) => {
      const code = line.slice(0, 5);
      return { code, name: line.slice(6), kind, ...departmentOf(code, departments) };
    });
  const unnamed = lines(data.unnamedCommunes).map(
    (code): CogPlace => ({ code, kind: 'commune', ...departmentOf(code, departments) }),
  );
  const all = [...named(data.communes, 'commune'), ...unnamed, ...named(data.countries, 'country')];
  return {
    places: all.map((place) => ({ ...place, folded: foldPlace(`${place.name ?? ''} ${place.department ?? ''}`) })),
    byCode: new Map(all.map((place) => [place.code, place])),
    departments,
  };
}

function departmentOf(code: string, departments: ReadonlyMap<string, string>): { department?: string } {
  const department = departments.get(code.slice(0, 3)) ?? departments.get(code.slice(0, 2));
  return department === undefined ? {} : { department };
}

/** A place whose name is not in the table, when its département exists. */
function unnamedPlace(code: string, table: Table): CogPlace | undefined {
  if (/^99\d{3}$/.test(code)) return code === UNKNOWN_PLACE.code ? UNKNOWN_PLACE : { code, kind: 'country' };
  const department = departmentOf(code, table.departments);
  return department.department === undefined ? undefined : { code, kind: 'commune', ...department };
}

function find(table: Table, code: string): CogPlace | undefined {
  const wanted = code.toUpperCase();
  return table.byCode.get(wanted) ?? unnamedPlace(wanted, table);
}

/**
 * The small table of the kit. A code of 5 characters whose département exists is accepted even when its name is not in
 * the table: the place is then shown by its code.
 */
export const embeddedCog: CogPort = {
  async search({ text, kind, atDate, limit }: CogQuery) {
    loading ??= load();
    const table = await loading;
    const code = text.trim().toUpperCase();
    if (/^(?:\d{5}|2[AB]\d{3})$/.test(code)) {
      const exact = find(table, code);
      return exact ? [exact] : [];
    }
    const words = foldPlace(text).split(' ');
    return table.places
      .filter((place) => place.kind === kind && inForce(place, atDate))
      .filter((place) => {
        const parts = place.folded.split(' ');
        return words.every((word) => parts.some((part) => part.startsWith(word))) || place.code.startsWith(code);
      })
      .sort((a, b) => Number(b.folded.startsWith(words[0] ?? '')) - Number(a.folded.startsWith(words[0] ?? '')))
      .slice(0, limit)
      .map(({ folded: _, ...place }) => place);
  },
  async find(code) {
    loading ??= load();
    return find(await loading, code);
  },
};
