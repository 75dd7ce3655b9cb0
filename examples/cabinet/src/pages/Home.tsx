import { IdentityDuplicates, InsDatamatrixScanner } from '@socle-sante/react/ins';
import type { ReactNode } from 'react';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { Draft } from '../draft.ts';
import { addresses, go } from '../navigation.ts';
import { Title } from '../Title.tsx';
import { useWords } from '../words.ts';

/** Search first: a record is created only when none was found. */
export function Home(props: {
  readonly draft: Draft | undefined;
  readonly onDraft: (draft: Draft) => void;
}): ReactNode {
  const words = useWords();
  return (
    <>
      <Title>{words.home}</Title>
      <p className="cab-hint">{words.homeHint}</p>
      <div className="cab-stack">
        <div className="cab-card">
          <IdentityDuplicates
            headingLevel={2}
            onOpen={(ref) => go(addresses.record(ref))}
            onCreate={({ name, firstName, birthDate }) => {
              props.onDraft({ identity: { birthName: name, firstName, birthDate }, collectedBy: 'SM' });
              go(addresses.create);
            }}
          />
        </div>
        <div className="cab-card">
          <InsDatamatrixScanner wasmUrl={wasmUrl} />
        </div>
      </div>
    </>
  );
}
