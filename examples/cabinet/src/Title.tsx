import { type ReactNode, useEffect } from 'react';
import { useWords } from './words.ts';

/** Heading of a page and title of the window: it never names a patient, browsers keep titles in their history. */
export function Title(props: { readonly children: string }): ReactNode {
  const { product } = useWords();
  useEffect(() => {
    document.title = `${props.children} · ${product}`;
  }, [props.children, product]);
  return (
    <h1 className="cab-title" tabIndex={-1}>
      {props.children}
    </h1>
  );
}
