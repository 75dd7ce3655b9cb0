'use client';
import type { SocleUiEvent } from '@socle-sante/gateway/contract';
import {
  type CSSProperties,
  createElement,
  type ForwardedRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type PropsWithoutRef,
  type ReactNode,
  type RefAttributes,
} from 'react';
import type { Density } from '../tokens.js';
import { SocleBoundary } from './boundary.js';
import type { Catalogue, Message } from './messages.js';

/** Props that every component takes, on its root element. `data-*` attributes are passed too. */
export interface BaseProps {
  readonly className?: string;
  readonly style?: CSSProperties;
  readonly id?: string;
  /** Inherits from the provider. */
  readonly density?: Density;
  readonly onEvent?: (event: SocleUiEvent) => void;
}

/** Local replacement of labels: the type of the `messages` prop of a component. */
export interface MessagesProp<C extends Catalogue> {
  readonly messages?: { readonly [K in keyof C['fr']]?: Message };
}

/** Joins class names, leaving out what is absent. */
export function cx(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

/** Attributes of the root element of a component: classes, id, style, density, `data-*`. */
export function rootProps(component: string, className: string, props: BaseProps): Record<string, unknown> {
  const data = Object.fromEntries(Object.entries(props).filter(([name]) => name.startsWith('data-')));
  return {
    ...data,
    className: cx('sc-block', props.density && 'sc-density', className, props.className),
    'data-sc-component': component,
    ...(props.density ? { 'data-sc-density': props.density } : {}),
    ...(props.id === undefined ? {} : { id: props.id }),
    ...(props.style === undefined ? {} : { style: props.style }),
  };
}

export type SocleComponent<P, E extends Element> = ForwardRefExoticComponent<PropsWithoutRef<P> & RefAttributes<E>>;

/** What a component is about, by its props: a record, one of its documents, a sending. */
const subjects = ['patientRef', 'documentRef', 'submissionRef'] as const;

/** Another record, another component: nothing typed, chosen or answered for a person is ever shown for the next. */
function subjectOf(props: object): string {
  const given = props as Readonly<Partial<Record<(typeof subjects)[number], unknown>>>;
  return JSON.stringify(subjects.map((name) => given[name]));
}

/**
 * Makes a component: a `ref` that works with React 18 and 19, a name, a boundary around it, and a state that ends with the record it is
 * about. Call it once, in a module.
 */
export function component<P extends object, E extends Element = HTMLElement>(
  name: string,
  render: (props: P, ref: ForwardedRef<E>) => ReactNode,
): SocleComponent<P, E> {
  const inside = forwardRef<E, P>((props, ref) => render(props as P, ref));
  inside.displayName = `${name}.Inside`;
  const outside = forwardRef<E, P>((props, ref) =>
    createElement(SocleBoundary, { component: name, key: subjectOf(props) }, createElement(inside, { ...props, ref })),
  );
  outside.displayName = name;
  return outside;
}
