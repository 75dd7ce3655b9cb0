import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Draft } from './draft.ts';
import { addresses, useAddress } from './navigation.ts';
import { Create } from './pages/Create.tsx';
import { Home } from './pages/Home.tsx';
import { Imported } from './pages/Imported.tsx';
import { Journal } from './pages/Journal.tsx';
import { PatientRecord } from './pages/PatientRecord.tsx';
import { Sendings } from './pages/Sendings.tsx';
import { Services } from './pages/Services.tsx';
import { Title } from './Title.tsx';
import { useWords } from './words.ts';

/** The page that the address names. After a link was followed, the focus goes to the title of the new page. */
export function Page(): ReactNode {
  const address = useAddress();
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef(address);
  const [draft, setDraft] = useState<Draft>();
  // The document of the DMP that the next sending replaces: kept in memory, an address never names a document.
  const [replaces, setReplaces] = useState<string>();
  useEffect(() => {
    if (shown.current === address) return;
    shown.current = address;
    scrollTo(0, 0);
    box.current?.querySelector<HTMLElement>('h1')?.focus();
  }, [address]);

  const pageOf = (): ReactNode => {
    const record = /^\/dossier\/([^/]+)(?:\/(dmp|envoi|modifier|imprimer|traces))?$/.exec(address);
    if (record?.[1]) {
      return (
        <PatientRecord
          key={address}
          patientRef={decodeURIComponent(record[1])}
          page={record[2]}
          replaces={record[2] === 'envoi' ? replaces : undefined}
          onReplace={setReplaces}
        />
      );
    }
    if (address === addresses.home) return <Home onDraft={setDraft} />;
    if (address === addresses.create) return <Create draft={draft} onCreated={() => setDraft(undefined)} />;
    if (address === addresses.imported) return <Imported />;
    if (address === addresses.journal) return <Journal />;
    if (address === addresses.sendings) return <Sendings />;
    if (address === addresses.services) return <Services />;
    return <Title>{words.unknownPage}</Title>;
  };
  return <div ref={box}>{pageOf()}</div>;
}
