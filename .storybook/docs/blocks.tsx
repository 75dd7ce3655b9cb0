import { colorRoles, colors, type ThemeName } from '@socle-sante/react/tokens';
import { Source } from '@storybook/addon-docs/blocks';
import type { ReactNode } from 'react';
import type { Message } from '../../packages/react/src/base/messages.ts';
import { catalogues } from '../../packages/react/src/messages/catalogues.ts';
import { contrast } from '../../packages/react/test/contrast.ts';
import { recipesOf } from '../recipes/recipes.ts';
import { requirements } from './requirements.ts';

/** A table of the documentation, outside the kit: it must not look like a component of it. */
export function Table(props: { readonly head: readonly string[]; readonly rows: readonly (readonly ReactNode[])[] }) {
  return (
    <table>
      <thead>
        <tr>
          {props.head.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row, at) => (
          <tr key={at}>
            {row.map((cell, column) => (
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const show = (message: Message | undefined, locale: 'fr' | 'en'): string => {
  if (message === undefined || typeof message === 'string') return message ?? '';
  const write = message as (params: Readonly<Record<string, string | number>>, locale: 'fr' | 'en') => string;
  const sample = Object.fromEntries(message.placeholders.map((name) => [name, 2]));
  return write(sample, locale);
};

/** The labels of a component in both languages, from its catalogue. */
export function Labels(props: { readonly component: string }) {
  const name = props.component.charAt(0).toLowerCase() + props.component.slice(1);
  const catalogue = catalogues.find((one) => one.name === name);
  if (!catalogue) return null;
  return (
    <>
      <h2>Libellés / Labels</h2>
      <p>
        Surcharge : <code>{`<SocleProvider messages={{ '${name}.…': '…' }}>`}</code> ou <code>messages</code> sur le
        composant. Les marques entre accolades sont conservées.
      </p>
      <Table
        head={['Clé', 'Français', 'English']}
        rows={Object.entries(catalogue.fr).map(([key, message]) => [
          <code key="k">{`${name}.${key}`}</code>,
          show(message, 'fr'),
          show(catalogue.en[key], 'en'),
        ])}
      />
    </>
  );
}

/** Whole files that use the component, to copy. */
export function CopyCode(props: { readonly component: string }) {
  const found = recipesOf(props.component);
  if (found.length === 0) return null;
  return (
    <>
      <h2>Copier ce code / Copy this code</h2>
      <p>
        Un fichier entier, qui fonctionne sans serveur. <em>A whole file, which works without a server.</em>
      </p>
      {found.map(({ file, code }) => (
        <Source key={file} code={code} language="tsx" />
      ))}
    </>
  );
}

/** What the component meets, and what remains to the host. */
export function Requirements(props: { readonly component: string }) {
  const found = requirements[props.component];
  if (!found) return null;
  return (
    <>
      <h2>Exigences / Requirements</h2>
      {found.ids.length === 0 ? null : <p>{found.ids.map((id) => [<code key={id}>{id}</code>, ' '])}</p>}
      {found.host === undefined ? null : (
        <p>
          <strong>Ce que le produit hôte doit encore faire :</strong> {found.host}
        </p>
      )}
    </>
  );
}

/** Each requirement and the components that meet it. */
export function RequirementIndex() {
  const byId = new Map<string, string[]>();
  for (const [component, { ids }] of Object.entries(requirements)) {
    for (const id of ids) byId.set(id, [...(byId.get(id) ?? []), component]);
  }
  const rows = [...byId].sort(([a], [b]) => a.localeCompare(b, 'fr', { numeric: true }));
  return (
    <Table
      head={['Exigence', 'Composants']}
      rows={rows.map(([id, components]) => [<code key="i">{id}</code>, components.join(', ')])}
    />
  );
}

/** Every role of a theme with its contrast against the surface, computed here. */
export function Palette(props: { readonly theme: ThemeName }) {
  const of = colors[props.theme];
  return (
    <Table
      head={['Rôle', 'Valeur', 'Sur la surface', 'Échantillon']}
      rows={colorRoles.map((role) => [
        <code key="r">{`--sc-sys-${role}`}</code>,
        <code key="v">{of[role]}</code>,
        `${contrast(of[role], of.surface).toFixed(2)} : 1`,
        <span
          key="s"
          style={{
            display: 'inline-block',
            width: '4rem',
            height: '1.5rem',
            background: of[role],
            border: '1px solid #75838f',
          }}
        />,
      ])}
    />
  );
}
