import '../packages/react/src/styles/tokens.css';
import '../packages/react/src/styles/base.css';
import '../packages/react/src/parts/parts.css';
import './component-styles.ts';
import './vendor-a.css';
import './story.css';
