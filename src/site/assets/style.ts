/** The style of all pages. Colours meet WCAG AA in light and dark. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1b2426;--soft:#4f5d61;--paper:#fbfaf7;--card:#fff;--line:#d6d9d4;--accent:#0b5c6b;
--on:#fff;--mark:#ffe9a8;--bad:#a3261b;--badpaper:#fdeceA;--good:#1d6b3a;--goodpaper:#e8f5ec}
@media(prefers-color-scheme:dark){:root{--ink:#e8ecea;--soft:#a9b6b8;--paper:#12191b;--card:#1a2426;--line:#344246;
--accent:#7fd0dd;--on:#082a31;--mark:#5a4a10;--bad:#ffb0a6;--badpaper:#3a1b18;--good:#9fe0b4;--goodpaper:#15301f}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--ink);background:var(--paper)}
header,main,footer{max-width:66rem;margin:0 auto;padding:0 1rem}
header{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:center;padding-top:.75rem;padding-bottom:.75rem;border-bottom:1px solid var(--line)}
.brand{display:inline-flex;gap:.6rem;align-items:center;font-weight:700;font-size:1.2rem;color:inherit;text-decoration:none;min-height:44px}
.brand img{border-radius:7px}
nav ul{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;list-style:none;margin:0;padding:0}
nav a{display:inline-block;padding:.5rem 0}
a{color:var(--accent);text-underline-offset:.15em}
a[aria-current]{color:var(--ink);font-weight:600;text-decoration:none}
main{padding-top:1.5rem;padding-bottom:2.5rem}
footer{border-top:1px solid var(--line);padding-top:.5rem;padding-bottom:2rem;color:var(--soft);font-size:.9rem}
h1{font-size:clamp(1.5rem,1.1rem + 2vw,2.2rem);line-height:1.2;margin:.2em 0 .6em;text-wrap:balance}
h2{font-size:1.25rem;line-height:1.3;margin:1.6em 0 .6em}
h3{font-size:1.05rem;line-height:1.35;margin:0 0 .3em}
p{margin:.5em 0;max-width:44rem;overflow-wrap:anywhere}
.skip{position:absolute;left:-999px}
.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.5rem 1rem;z-index:1}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
.lead{font-size:1.08rem}
.columns{display:grid;gap:2rem;grid-template-columns:minmax(0,1fr)}
@media(min-width:56rem){.columns{grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:3rem}.columns.wide{grid-template-columns:minmax(0,3fr) minmax(0,2fr)}}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1.1rem 1.2rem;margin:0 0 1rem}
.card>:first-child,.card>.row:first-child label,.columns>*>h2:first-child{margin-top:0}
.help+.card,p+.card,.help+.message{margin-top:1.2rem}
.card>form+form,.card>.help+form,.help+p>button{margin-top:.6rem}
.promises{list-style:none;padding:0;margin:1rem 0;color:var(--soft)}
.promises li::before{content:"✓ ";color:var(--good);font-weight:700}
label,legend{display:block;font-weight:600;margin:.9rem 0 .3rem;padding:0}
input,select,button{font:inherit;color:inherit}
input[type=text],input[type=email],input[type=password],select{width:100%;min-height:44px;padding:.5rem .6rem;background:var(--paper);border:1px solid var(--soft);border-radius:7px}
input[aria-invalid]{border:2px solid var(--bad)}
fieldset{border:0;margin:0;padding:0;min-width:0}
.row{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:0 1rem}
.check{display:flex;gap:.7rem;align-items:flex-start;font-weight:400;margin:.8rem 0;padding:.2rem 0}
.check input{width:1.35rem;height:1.35rem;margin:.1rem 0 0;flex:none;accent-color:var(--accent)}
.help{color:var(--soft);font-size:.92rem;margin:.3rem 0;font-weight:400}
button,.button{display:inline-block;min-height:44px;padding:.55rem 1.1rem;border-radius:7px;border:1px solid var(--accent);background:var(--card);color:var(--accent);font-weight:600;cursor:pointer;text-decoration:none;line-height:1.4}
button.main,.button.main{background:var(--accent);color:var(--on)}
button.danger{border-color:var(--bad);color:var(--bad)}
button:disabled{opacity:.6;cursor:wait}
.actions{display:flex;flex-wrap:wrap;gap:.6rem;margin:1rem 0 0}
.actions form{margin:0}
details{margin:.6rem 0 0}
details.card{margin:0 0 1rem;padding-top:.6rem;padding-bottom:.6rem}
details[open]{padding-bottom:.6rem}
summary{cursor:pointer;font-weight:600;padding:.5rem 0;color:var(--accent)}
.message{border-radius:8px;padding:.8rem 1rem;margin:0 0 1rem;border-left:5px solid}
.message p{margin:.2em 0}
.message.bad{background:var(--badpaper);border-color:var(--bad)}
.message.good{background:var(--goodpaper);border-color:var(--good)}
.reading{border-left:4px solid var(--accent);padding:.2rem 0 .2rem .9rem;margin:1rem 0}
.reading strong{display:block}
.tags{display:flex;flex-wrap:wrap;gap:.4rem;list-style:none;padding:0;margin:.4rem 0}
.tags li{border:1px solid var(--line);border-radius:99px;padding:.05rem .65rem;font-size:.85rem;color:var(--soft)}
.tags li.on{border-color:var(--good);color:var(--good)}
.events{list-style:none;padding:0;margin:0}
.events>li{padding:.9rem 0;border-bottom:1px solid var(--line)}
.events>li:first-child{padding-top:0}
.meta{color:var(--soft);font-size:.92rem;margin:.15rem 0}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.35rem 1.2rem;margin:1rem 0}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
mark{background:var(--mark);color:inherit;border-radius:3px;padding:0 .1em}
blockquote{margin:.6rem 0;padding:.1rem 0 .1rem 1rem;border-left:3px solid var(--line)}
.table{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;width:100%;font-size:.95rem}
th,td{text-align:left;vertical-align:top;padding:.6rem .8rem .6rem 0;border-bottom:1px solid var(--line)}
th{color:var(--soft);font-weight:600;white-space:nowrap}
@media(max-width:44rem){.stack thead{position:absolute;left:-999px}.stack,.stack tbody,.stack tr,.stack td,.stack th{display:block}
.stack tr{border-bottom:1px solid var(--line);padding:.7rem 0}.stack td,.stack th{border:0;padding:.1rem 0}
.stack td[data-label]::before{content:attr(data-label) ": ";color:var(--soft)}.stack th{white-space:normal;color:inherit}}
code{font-family:ui-monospace,Consolas,monospace;font-size:.95em;overflow-wrap:anywhere}
.at code{white-space:pre-wrap}
.trap{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}
.timeline{padding-left:1.2rem}
.notice{max-width:44rem}
`.trim();
