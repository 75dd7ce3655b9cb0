'use client';
import type { NarrativeCell, NarrativeNode, NarrativeRow } from '@socle-sante/documents/render';
import type { NarrativeMediaView, SectionView } from '@socle-sante/gateway/contract';
import { createContext, type ReactNode, useContext } from 'react';
import { cx } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { formatBytes } from '../../base/format.js';
import type { Translate } from '../../base/messages.js';
import { Heading, type HeadingLevel } from '../../parts/Heading.js';
import type { dmpDocumentViewerMessages } from './DmpDocumentViewer.messages.js';

type T = Translate<(typeof dmpDocumentViewerMessages)['fr']>;

interface Scope {
  readonly t: T;
  readonly medias: readonly NarrativeMediaView[];
  /** Put before each ID of the document, so that none meets one of the page. */
  readonly prefix: string;
  /** Level of the heading over the document. */
  readonly level: HeadingLevel;
}

const NarrativeScope = createContext<Scope | undefined>(undefined);

function useScope(): Scope {
  const scope = useContext(NarrativeScope);
  if (scope === undefined) throw new Error('A part of a narrative is drawn outside its document.');
  return scope;
}

/** Sections of a structured document as React elements: a closed set of elements, no HTML of the document, no address but links. */
export function Narrative(props: Scope & { readonly sections: readonly SectionView[] }): ReactNode {
  const { sections, ...scope } = props;
  return (
    <NarrativeScope.Provider value={scope}>
      {sections
        .filter(({ pdfCopy }) => !pdfCopy)
        .map((section, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the sections of a document never move
          <Section key={index} section={section} />
        ))}
    </NarrativeScope.Provider>
  );
}

function Section({ section }: { readonly section: SectionView }): ReactNode {
  const { t, level } = useScope();
  const headingLevel = Math.min(6, level + section.level - 1) as HeadingLevel;
  const empty = section.nodes.length === 0 && section.sections.length === 0;
  return (
    <section className="sc-narrative-section">
      {section.title === undefined ? null : <Heading level={headingLevel}>{section.title}</Heading>}
      <div className="sc-narrative-text">
        <Nodes nodes={section.nodes} />
        {empty ? <p className="sc-text sc-muted">{t('noText')}</p> : null}
      </div>
      {section.sections.map((inner, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sections of a document never move
        <Section key={index} section={inner} />
      ))}
    </section>
  );
}

function Nodes({ nodes }: { readonly nodes: readonly NarrativeNode[] }): ReactNode {
  return nodes.map((node, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the nodes of a document never move
    <Node key={index} node={node} />
  ));
}

function Node({ node }: { readonly node: NarrativeNode }): ReactNode {
  const { t, prefix } = useScope();
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'break':
      return <br />;
    case 'content':
      if (node.revised !== undefined) {
        const Tag = node.revised === 'insert' ? 'ins' : 'del';
        return (
          <Tag {...place(node, prefix)} className={classes('sc-narrative-revised', node.styles)}>
            <span className="sc-hidden">{t(node.revised === 'insert' ? 'inserted' : 'deleted')} : </span>
            <Nodes nodes={node.children} />
          </Tag>
        );
      }
      return (
        <span {...place(node, prefix)} className={classes('sc-narrative-content', node.styles)}>
          <Nodes nodes={node.children} />
        </span>
      );
    case 'paragraph':
      return (
        <div {...place(node, prefix)} className={classes('sc-narrative-paragraph', node.styles)}>
          {node.caption ? (
            <div className="sc-narrative-caption">
              <Nodes nodes={node.caption} />
            </div>
          ) : null}
          <Nodes nodes={node.children} />
        </div>
      );
    case 'link':
      return <Link node={node} />;
    case 'sub':
      return (
        <sub>
          <Nodes nodes={node.children} />
        </sub>
      );
    case 'sup':
      return (
        <sup>
          <Nodes nodes={node.children} />
        </sup>
      );
    case 'footnote':
      return (
        <span {...place(node, prefix)} className="sc-narrative-note">
          [<Nodes nodes={node.children} />]
        </span>
      );
    case 'footnoteRef':
      return node.found ? (
        <sup>
          <a className="sc-link sc-focusable" href={`#${prefix}${node.target}`}>
            {t('footnotes')}
          </a>
        </sup>
      ) : null;
    case 'media':
      return <Media node={node} />;
    case 'list':
      return <List node={node} />;
    case 'table':
      return <Table node={node} />;
  }
}

function Link({ node }: { readonly node: Extract<NarrativeNode, { kind: 'link' }> }): ReactNode {
  const { t, prefix } = useScope();
  const children = <Nodes nodes={node.children} />;
  const { target } = node;
  if (target.kind === 'external') {
    return (
      <a
        className="sc-link sc-focusable"
        href={target.href}
        target="_blank"
        rel="noopener noreferrer"
        title={node.title}
      >
        {children}
      </a>
    );
  }
  if (target.kind === 'internal' && target.found) {
    return (
      <a className="sc-link sc-focusable" href={`#${prefix}${target.id}`} title={node.title}>
        {children}
      </a>
    );
  }
  return (
    <span>
      {children} <span className="sc-muted">{t(target.kind === 'refused' ? 'refusedLink' : 'missingTarget')}</span>
    </span>
  );
}

function Media({ node }: { readonly node: Extract<NarrativeNode, { kind: 'media' }> }): ReactNode {
  const { t, medias } = useScope();
  const { locale } = useSocle();
  return (
    <figure className="sc-narrative-media">
      {node.references.map(({ id, found }) => {
        const media = medias.find((one) => one.id === id);
        if (!found || media === undefined) {
          return (
            <span key={id} className="sc-muted">
              {t('missingTarget')}
            </span>
          );
        }
        return media.display === 'image' && media.src !== undefined ? (
          <img key={id} className="sc-narrative-image" src={media.src} alt={t('imageOf', { id })} />
        ) : (
          <p key={id} className="sc-text sc-muted">
            {t('notShown', { type: media.contentType, size: formatBytes(media.size, locale) })}
          </p>
        );
      })}
      {node.caption ? (
        <figcaption className="sc-narrative-caption">
          <Nodes nodes={node.caption} />
        </figcaption>
      ) : null}
    </figure>
  );
}

const markers = {
  disc: undefined,
  circle: undefined,
  square: undefined,
  arabic: '1',
  littleRoman: 'i',
  bigRoman: 'I',
  littleAlpha: 'a',
  bigAlpha: 'A',
} as const;

function List({ node }: { readonly node: Extract<NarrativeNode, { kind: 'list' }> }): ReactNode {
  const { prefix } = useScope();
  const items = node.items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the items of a document never move
    <li key={index} {...place(item, prefix)} className={classes('sc-narrative-item', item.styles)}>
      {item.caption ? (
        <span className="sc-narrative-caption">
          <Nodes nodes={item.caption} />{' '}
        </span>
      ) : null}
      <Nodes nodes={item.children} />
    </li>
  ));
  const type = node.marker === undefined ? undefined : markers[node.marker];
  return (
    <div {...place(node, prefix)}>
      {node.caption ? (
        <div className="sc-narrative-caption">
          <Nodes nodes={node.caption} />
        </div>
      ) : null}
      {node.ordered ? (
        <ol className="sc-narrative-list" data-ordered {...(type ? { type } : {})}>
          {items}
        </ol>
      ) : (
        <ul className="sc-narrative-list">{items}</ul>
      )}
    </div>
  );
}

function Table({ node }: { readonly node: Extract<NarrativeNode, { kind: 'table' }> }): ReactNode {
  const { prefix } = useScope();
  const rows = (list: readonly NarrativeRow[]): ReactNode =>
    list.map((row, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a document never move
      <tr key={index} {...place(row, prefix)} className={classes('sc-narrative-row', row.styles)}>
        {row.cells.map((cell, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the cells of a document never move
          <Cell key={column} cell={cell} />
        ))}
      </tr>
    ));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen must scroll by keyboard
    <div className="sc-narrative-scroll sc-focusable" tabIndex={0}>
      <table
        {...place(node, prefix)}
        className={classes('sc-narrative-table', node.styles)}
        data-bordered={node.bordered}
      >
        {node.caption || node.summary ? (
          <caption className="sc-narrative-caption">
            {node.caption ? <Nodes nodes={node.caption} /> : <span className="sc-hidden">{node.summary}</span>}
          </caption>
        ) : null}
        {node.head.length > 0 ? <thead>{rows(node.head)}</thead> : null}
        {node.bodies.map((body, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a table never move
          <tbody key={index}>{rows(body)}</tbody>
        ))}
        {node.foot.length > 0 ? <tfoot>{rows(node.foot)}</tfoot> : null}
      </table>
    </div>
  );
}

function Cell({ cell }: { readonly cell: NarrativeCell }): ReactNode {
  const { prefix } = useScope();
  const attributes = {
    ...place(cell, prefix),
    className: classes('sc-narrative-cell', cell.styles),
    ...(cell.columnSpan > 1 ? { colSpan: cell.columnSpan } : {}),
    ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
    ...(cell.align ? { 'data-align': cell.align } : {}),
  };
  return cell.header ? (
    <th
      {...attributes}
      {...(cell.scope ? { scope: cell.scope } : {})}
      {...(cell.abbreviation ? { abbr: cell.abbreviation } : {})}
    >
      <Nodes nodes={cell.children} />
    </th>
  ) : (
    <td {...attributes}>
      <Nodes nodes={cell.children} />
    </td>
  );
}

/** ID and language of a part of the document. */
function place(
  node: { readonly id?: string | undefined; readonly language?: string | undefined },
  prefix: string,
): { id?: string; lang?: string } {
  return {
    ...(node.id === undefined ? {} : { id: `${prefix}${node.id}` }),
    ...(node.language === undefined ? {} : { lang: node.language }),
  };
}

function classes(base: string, styles: readonly string[]): string {
  return cx(base, ...styles.map((style) => `sc-narrative-${style.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`));
}
