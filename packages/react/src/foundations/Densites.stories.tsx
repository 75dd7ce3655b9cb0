import type { Meta, StoryObj } from '@storybook/react-vite';
import { SocleTheme } from '../base/SocleTheme.js';
import { Badge } from '../parts/Badge.js';
import { Button } from '../parts/Button.js';
import { Field } from '../parts/Field.js';
import { Notice } from '../parts/Notice.js';
import type { Density } from '../tokens.js';

const names: Readonly<Record<Density, string>> = {
  comfortable: 'Confortable : 44 px',
  compact: 'Compacte : 36 px',
  clinical: 'Clinique : 28 px',
};

function Sample(props: { readonly density: Density }) {
  return (
    <SocleTheme density={props.density}>
      <section className="sc-block sc-panel sc-stack" aria-label={names[props.density]}>
        <h3 className="sc-heading">{names[props.density]}</h3>
        <Field label={`Nom de naissance (${props.density})`} hint="Comme sur le document" required>
          {(control) => <input {...control} className="sc-input sc-focusable" defaultValue="D’ARTAGNAN DE L’HERAULT" />}
        </Field>
        <div className="sc-row">
          <Button variant="primary" icon="search">
            Interroger INSi
          </Button>
          <Button>Annuler</Button>
          <Button variant="danger">Effacer l’INS</Button>
          <Button variant="quiet" icon="copy">
            Copier
          </Button>
          <Button disabled>Indisponible</Button>
        </div>
        <div className="sc-row">
          <Badge tone="warning" icon="dashed-circle">
            Provisoire
          </Badge>
          <Badge tone="info" icon="inbox">
            Récupérée
          </Badge>
          <Badge tone="validated" icon="file-check">
            Validée
          </Badge>
          <Badge tone="success" icon="double-check">
            Qualifiée
          </Badge>
          <Badge tone="danger" icon="blocking">
            Douteuse
          </Badge>
        </div>
        <Notice tone="warning">Réponse incomplète : certaines informations manquent.</Notice>
      </section>
    </SocleTheme>
  );
}

const meta = { title: 'Fondations/Densités', tags: ['!autodocs'] } satisfies Meta;
export default meta;

export const Toutes: StoryObj = {
  render: () => (
    <div className="sc-stack">
      <Sample density="comfortable" />
      <Sample density="compact" />
      <Sample density="clinical" />
    </div>
  ),
};
export const Sombre: StoryObj = { ...Toutes, globals: { theme: 'dark' } };
export const Contraste: StoryObj = { ...Toutes, globals: { theme: 'contrast' } };
export const Editeur: StoryObj = { ...Toutes, globals: { theme: 'vendor-a' } };
