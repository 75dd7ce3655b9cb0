import { IdentityDuplicates, InsDatamatrixScanner } from '@socle-sante/react/ins';
import { type ReactNode, useState } from 'react';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { Draft } from '../draft.ts';
import { addresses, go } from '../navigation.ts';
import { Title } from '../Title.tsx';
import { useWords } from '../words.ts';

type Known = Draft['identity'];

/** Search first: a record is created only when none was found. What a code says fills the search, and nothing else. */
export function Home(props: { readonly onDraft: (draft: Draft) => void }): ReactNode {
  const words = useWords();
  const [scan, setScan] = useState<{ readonly count: number; readonly known: Known }>({ count: 0, known: {} });
  const { known } = scan;
  return (
    <>
      <Title>{words.home}</Title>
      <p className="cab-hint">{words.homeHint}</p>
      <div className="cab-stack">
        <div className="cab-card">
          <IdentityDuplicates
            key={scan.count}
            headingLevel={2}
            initial={{
              birthDate: known.birthDate ?? '',
              name: known.birthName ?? '',
              firstName: known.firstName ?? '',
            }}
            onOpen={(ref) => go(addresses.record(ref))}
            onCreate={({ name, firstName, birthDate }) => {
              const isScanned = known.birthName === name && known.birthDate === birthDate;
              props.onDraft({
                identity: { ...(isScanned ? known : {}), birthName: name, firstName, birthDate },
                collectedBy: isScanned ? 'CB' : 'SM',
              });
              go(addresses.create);
            }}
          />
        </div>
        <div className="cab-card">
          <InsDatamatrixScanner
            headingLevel={2}
            wasmUrl={wasmUrl}
            onScan={({ identity }) => {
              if (identity) setScan({ count: scan.count + 1, known: identity.traits });
            }}
          />
        </div>
      </div>
    </>
  );
}
