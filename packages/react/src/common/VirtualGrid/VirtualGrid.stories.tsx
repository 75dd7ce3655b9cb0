import type { Meta, StoryObj } from '@storybook/react-vite';
import { useMemo, useState } from 'react';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { Badge } from '../../parts/Badge.js';
import { Button } from '../../parts/Button.js';
import { labelsOf } from '../../testing/labels.js';
import type { GridColumn, GridSort } from './grid-types.js';
import { VirtualGrid } from './VirtualGrid.js';
import { virtualGridMessages } from './VirtualGrid.messages.js';
import { virtualGridStates as states } from './VirtualGrid.states.js';

const t = labelsOf(virtualGridMessages);

interface Line {
  readonly id: string;
  readonly name: string;
  readonly born: string;
  readonly status: 'Qualifiée' | 'Provisoire';
  readonly count: number;
}

/** Invented lines: the number is the name. */
function lines(count: number): Line[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `l${index}`,
    name: `EXEMPLE-${String(index + 1).padStart(5, '0')} Camille`,
    born: `${String((index % 28) + 1).padStart(2, '0')}/${String((index % 12) + 1).padStart(2, '0')}/${1930 + (index % 90)}`,
    status: index % 3 === 0 ? 'Provisoire' : 'Qualifiée',
    count: (index * 37) % 100,
  }));
}

const columns: readonly GridColumn<Line>[] = [
  { id: 'name', header: 'Nom et prénom', cell: (line) => line.name, isRowHeader: true, sortable: true, priority: 1 },
  { id: 'born', header: 'Né(e) le', cell: (line) => <span className="sc-num">{line.born}</span>, width: '9rem' },
  {
    id: 'status',
    header: 'Statut',
    width: '10rem',
    cell: (line) => (
      <Badge
        tone={line.status === 'Qualifiée' ? 'success' : 'warning'}
        icon={line.status === 'Qualifiée' ? 'double-check' : 'dashed-circle'}
      >
        {line.status}
      </Badge>
    ),
  },
  { id: 'count', header: 'Documents', cell: (line) => line.count, width: '8rem', align: 'end', sortable: true },
];

const keyOf = (line: Line): string => line.id;
const actions = (line: Line) => (
  <Button variant="quiet" icon="eye" iconOnly>
    {`Voir ${line.name}`}
  </Button>
);

interface Args {
  readonly count: number;
  readonly hasMore?: boolean;
  readonly selectionMode?: 'none' | 'single' | 'multiple';
  readonly withActions?: boolean;
  readonly onOpen?: (line: Line) => void;
  readonly onLoadMore?: () => void;
}

function Example(props: Args) {
  const [sort, setSort] = useState<GridSort>({ column: 'name', direction: 'ascending' });
  const rows = useMemo(() => {
    const way = sort.direction === 'ascending' ? 1 : -1;
    return lines(props.count).sort((a, b) =>
      sort.column === 'count' ? way * (a.count - b.count) : way * a.name.localeCompare(b.name),
    );
  }, [props.count, sort]);
  return (
    <VirtualGrid<Line>
      label="Dossiers"
      rows={rows}
      columns={columns}
      getRowKey={keyOf}
      sort={sort}
      onSort={setSort}
      hasMore={props.hasMore ?? false}
      {...(props.hasMore ? { total: 240 } : {})}
      {...(props.selectionMode ? { selectionMode: props.selectionMode } : {})}
      {...(props.withActions ? { rowActions: actions } : {})}
      {...(props.onOpen ? { onOpen: props.onOpen } : {})}
      {...(props.onLoadMore ? { onLoadMore: props.onLoadMore } : {})}
    />
  );
}

const meta = {
  title: 'Commun/VirtualGrid',
  parameters: {
    keyboard: [
      ['Tab', 'entre dans la liste, puis en sort : un seul arrêt'],
      ['Flèches', 'cellule voisine ; vers le haut depuis la première ligne : les en-têtes'],
      ['Début, Fin', 'première, dernière cellule de la ligne ; avec Ctrl : de la liste'],
      ['Page préc., Page suiv.', 'un écran'],
      ['Espace', 'sélectionne la ligne ; sur un en-tête, trie'],
      ['Entrée', 'ouvre la ligne ; sur un en-tête, trie'],
      ['F2', 'entre dans les actions de la ligne'],
      ['Échap', 'revient à la cellule'],
      ['Ctrl + A', 'sélectionne toutes les lignes chargées'],
    ],
  },
  component: Example,
  args: { ...states.few, selectionMode: 'multiple', withActions: true, onOpen: fn(), onLoadMore: fn() },
} satisfies Meta<typeof Example>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const grid = canvas.getByRole('grid', { name: 'Dossiers' });
    await expect(grid).toHaveAttribute('aria-rowcount', '13');
    await userEvent.tab();
    await expect(document.activeElement).toHaveAttribute('aria-colindex', '1');
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    await expect(document.activeElement).toHaveTextContent('EXEMPLE-00002');
    await userEvent.keyboard(' ');
    await expect(within(grid).getAllByRole('row', { selected: true })).toHaveLength(1);
    await userEvent.keyboard('{Enter}');
    await expect(args.onOpen).toHaveBeenCalledWith(expect.objectContaining({ id: 'l1' }));
    await userEvent.keyboard('{F2}');
    await expect(document.activeElement).toHaveAccessibleName('Voir EXEMPLE-00002 Camille');
    await userEvent.keyboard('{Escape}{Control>}{End}{/Control}');
    await expect(document.activeElement).toHaveAttribute('aria-colindex', '6');
    await userEvent.keyboard('{Control>}{Home}{/Control}{ArrowRight}{ArrowUp}{Enter}');
    await expect(canvas.getByRole('columnheader', { name: 'Nom et prénom' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    // One tab stop: the next Tab leaves the grid.
    await userEvent.tab();
    await expect(grid.contains(document.activeElement)).toBe(false);
  },
};

export const Few: Story = { args: { ...states.few, selectionMode: 'none', withActions: false } };

export const Many: Story = {
  args: states.many,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const grid = canvas.getByRole('grid', { name: 'Dossiers' });
    await expect(grid).toHaveAttribute('aria-rowcount', '10001');
    await expect(within(grid).getAllByRole('row').length).toBeLessThan(60);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}{Control>}{End}{/Control}');
    await waitFor(() => expect(document.activeElement?.closest('tr')).toHaveTextContent('EXEMPLE-10000'));
    await userEvent.keyboard('{PageUp}{Home}{ArrowRight}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent(/EXEMPLE-099\d\d/));
  },
};

export const More: Story = {
  args: states.more,
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText(t('shown', { n: 60, total: 240 }))).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: t('more') }));
    await expect(args.onLoadMore).toHaveBeenCalledOnce();
  },
};

export const Empty: Story = { args: states.empty };
export const PlainTable: Story = {
  args: { ...states.few, selectionMode: 'none', withActions: false },
  render: (args) => {
    const { onOpen: _, ...rest } = args;
    return <Example {...rest} />;
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('table', { name: 'Dossiers' })).toBeVisible();
    await expect(canvas.queryByRole('grid')).toBeNull();
  },
};
export const Mobile: Story = {
  globals: { viewport: { value: 'w320' } },
  args: { ...states.more },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getAllByRole('listitem')).toHaveLength(60));
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(document.documentElement.clientWidth);
  },
};
export const MobileMany: Story = {
  globals: { viewport: { value: 'w320' } },
  args: states.many,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getAllByRole('listitem').length).toBeGreaterThan(3));
    await expect(canvas.getAllByRole('listitem').length).toBeLessThan(60);
  },
};
export const Longest: Story = {
  render: () => (
    <VirtualGrid<Line>
      label="Dossiers"
      columns={columns}
      getRowKey={keyOf}
      rows={[{ id: 'x', name: 'MARIE-'.repeat(17), born: '00/00/2009', status: 'Provisoire', count: 12_345 }]}
    />
  ),
};
export const Clinical: Story = { globals: { density: 'clinical' }, args: { count: 40 } };
export const English: Story = { globals: { locale: 'en' }, args: states.more };
export const Dark: Story = { globals: { theme: 'dark' } };
