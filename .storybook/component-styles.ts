// Every style sheet of the components, found as it is added. Their order does not matter; they come after the base.
import.meta.glob('../packages/react/src/{common,ins,dmp}/**/*.css', { eager: true });
import.meta.glob('../packages/react/src/styles/print.css', { eager: true });
