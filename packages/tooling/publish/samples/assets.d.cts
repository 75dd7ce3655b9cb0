// What the types of a bundler say of style sheets.
declare module '*.css';
