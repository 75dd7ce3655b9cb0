import '../packages/react/src/styles/tokens.css';
import '../packages/react/src/styles/base.css';
import './vendor-a.css';
import './story.css';

// Every style sheet of the kit, found as it is added. Their order does not matter.
import.meta.glob('../packages/react/src/{parts,common,ins}/**/*.css', { eager: true });
import.meta.glob('../packages/react/src/styles/print.css', { eager: true });
