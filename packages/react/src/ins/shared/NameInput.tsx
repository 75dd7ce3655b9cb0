'use client';
import { forwardRef, type InputHTMLAttributes, useCallback, useLayoutEffect, useRef } from 'react';
import { cx } from '../../base/component.js';
import { foldTyped } from './fold-typed.js';

export interface NameInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** An input for a name: what is typed becomes capitals without accents under the eyes, and the caret stays where it was. */
export const NameInput = forwardRef<HTMLInputElement, NameInputProps>(function NameInput(props, ref) {
  const { value, onChange, className, ...rest } = props;
  const own = useRef<HTMLInputElement | null>(null);
  const caret = useRef<number | undefined>(undefined);

  useLayoutEffect(() => {
    const input = own.current;
    if (caret.current === undefined || !input || document.activeElement !== input) return;
    input.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  });

  const take = (input: HTMLInputElement): void => {
    caret.current = foldTyped(input.value.slice(0, input.selectionStart ?? input.value.length)).length;
    onChange(foldTyped(input.value));
  };
  const both = useCallback(
    (element: HTMLInputElement | null) => {
      own.current = element;
      if (typeof ref === 'function') ref(element);
      else if (ref) ref.current = element;
    },
    [ref],
  );

  return (
    <input
      {...rest}
      ref={both}
      className={cx('sc-input sc-focusable', className)}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      value={value}
      onChange={(event) => {
        // A dead key (^ then e) is not a letter yet.
        if ((event.nativeEvent as InputEvent).isComposing) onChange(event.target.value);
        else take(event.target);
      }}
      onCompositionEnd={(event) => take(event.currentTarget)}
    />
  );
});
