/** The only style of a rendered document. Its hash stands in the policy of the page: any other style is refused. */
export const STYLE =
  'body{font:1rem/1.5 system-ui,sans-serif;color:#161616;background:#fff;max-width:60rem;margin:0 auto;padding:1rem}' +
  'h1{font-size:1.6rem}h2{font-size:1.3rem}h3{font-size:1.15rem}h4,h5,h6{font-size:1rem}' +
  'dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:0}dt{color:#444}dd{margin:0}' +
  '.card{border:1px solid #8a8a8a;border-radius:.25rem;padding:.75rem 1rem;margin:1rem 0}' +
  '.note{border-left:.25rem solid #b34000;padding:.25rem .75rem;background:#fff4ec}' +
  '.scroll{overflow-x:auto;margin:.75rem 0}table{border-collapse:collapse}th,td{padding:.25rem .5rem;vertical-align:top;text-align:left}' +
  'table,.b th,.b td,th{border:1px solid #8a8a8a}td{border:1px solid #c9c9c9}caption{text-align:left;font-weight:600}' +
  '.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}' +
  '.c{text-align:center}.r{text-align:right}.j{text-align:justify}.l{text-align:left}' +
  '.bold{font-weight:700}.italics,.emphasis{font-style:italic}.underline{text-decoration:underline}' +
  '.leftRule{border-left:1px solid}.rightRule{border-right:1px solid}.topRule{border-top:1px solid}.bottomRule{border-bottom:1px solid}' +
  'pre{white-space:pre-wrap;overflow-wrap:anywhere}p,dd,h1,h2,h3{overflow-wrap:anywhere}td{overflow-wrap:break-word}img{max-width:100%;height:auto}' +
  '@media print{.scroll{overflow:visible}a{color:inherit}}';

/** SHA-256 of {@link STYLE}, as a Content-Security-Policy source. */
export const STYLE_HASH = "'sha256-8k15guFjmd5lBakGGv6NyBXxWIgx+a/ON/mWhZ+hOvc='";
