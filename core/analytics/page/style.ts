/** The whole look of the page: system fonts, one accent colour, light and dark, phone, print. */
export const STYLE = `
:root{color-scheme:light dark;--page:#f5f7f6;--card:#fff;--text:#16211e;--muted:#56635f;--line:#dfe5e2;--accent:#0b6e5c;--soft:#8fc6b9;--way:#c8d0cd;--lost:#c25540;--losttext:#a5402c;--h1:#eef6f3;--h2:#d9ece6;--h3:#bfe0d6;--h4:#a3d2c5;--h5:#84c2b2}
@media (prefers-color-scheme:dark){:root{--page:#101614;--card:#18201d;--text:#e6edea;--muted:#9aa8a3;--line:#2b3632;--accent:#4fd6b4;--soft:#2c7f6c;--way:#4a5753;--lost:#e9836c;--losttext:#ff9e89;--h1:#1b2a26;--h2:#1c3a33;--h3:#1d4a40;--h4:#1c5a4d;--h5:#1a6b5a}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
main{max-width:1120px;margin:0 auto;padding:32px 24px 48px}
header{display:flex;justify-content:space-between;align-items:flex-end;gap:8px 24px;flex-wrap:wrap;margin:0 0 24px}
h1{font-size:28px;line-height:1.2;letter-spacing:-.015em;margin:0;font-weight:650;overflow-wrap:anywhere}
header p{margin:4px 0 0;color:var(--muted)}
.fresh{font-size:14px;text-align:right}
h2{font-size:17px;line-height:1.3;margin:0 0 16px;font-weight:650}
h3{font-size:16px;margin:0;font-weight:600}
section{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:20px 24px 24px;margin:0 0 16px}
section[aria-label="Key figures"]{background:none;border:0;padding:0}
ul,ol{list-style:none;margin:0;padding:0}
.note{color:var(--muted);font-size:14px;margin:16px 0 0}
.cards{display:grid;grid-template-columns:repeat(3,1fr);gap:16px}
.card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:16px 20px;display:flex;flex-direction:column}
.label{color:var(--muted);font-size:14px}
.card strong{font-size:30px;line-height:1.25;font-weight:650;letter-spacing:-.02em}
.detail{color:var(--muted);font-size:14px}
.bar{display:block;width:100%;height:14px;border-radius:3px}
.track{fill:var(--line)}.accent,.read{fill:var(--accent)}.delivered{fill:var(--soft)}.way{fill:var(--way)}.lost{fill:var(--lost)}
.funnel li{display:grid;grid-template-columns:92px 1fr 84px 64px 72px;gap:0 16px;align-items:center;padding:7px 0}
.count{text-align:right;font-weight:600}.share,.drop{text-align:right;color:var(--muted)}
.legend{display:flex;flex-wrap:wrap;gap:4px 20px;font-size:14px;color:var(--muted);margin:0 0 16px}
.legend li::before{content:"";display:inline-block;width:11px;height:11px;border-radius:2px;margin-right:7px;background:var(--way)}
.legend .read::before{background:var(--accent)}.legend .delivered::before{background:var(--soft)}.legend .lost::before{background:var(--lost)}
.chart{display:grid;grid-template-columns:auto 1fr;gap:0 10px}
.ticks{display:flex;flex-direction:column;justify-content:space-between;text-align:right;font-size:12px;line-height:12px;color:var(--muted);margin:-6px 0}
.chart svg{grid-area:1/2;display:block;width:100%;height:220px;overflow:visible}
.chart line{stroke:var(--line);stroke-width:1;vector-effect:non-scaling-stroke}
.hit{fill:transparent}.chart g:hover .hit{fill:var(--line);fill-opacity:.5}
.axis{grid-column:2;display:flex;min-width:0;font-size:12px;color:var(--muted);margin-top:8px}
.axis span{white-space:nowrap;min-width:0;overflow:visible}
details{margin-top:16px}
summary{cursor:pointer;color:var(--muted);font-size:14px}
summary:hover{color:var(--text)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
.reasons>li+li{margin-top:20px;padding-top:20px;border-top:1px solid var(--line)}
.reason{display:flex;gap:16px;align-items:baseline;margin-bottom:8px}
.reason h3{flex:1}.reasons .bar{height:6px}
.reasons li ul li{margin-top:12px}
.reasons p{margin:0;max-width:75ch}.reasons .next{color:var(--muted);margin-top:2px}.next b{font-weight:600;color:var(--text)}
.code{color:var(--muted);font-size:14px;white-space:nowrap}
table{border-collapse:collapse;width:100%}
.groups{table-layout:fixed}.groups thead th{width:11%}.groups thead th:first-child{width:auto}.groups thead th:nth-child(5){width:14%}
th,td{padding:9px 0 9px 16px;text-align:right;border-bottom:1px solid var(--line);vertical-align:top}
th:first-child{text-align:left;padding-left:0}
thead th{color:var(--muted);font-size:14px;font-weight:500;vertical-align:bottom;padding-top:0}
tbody th{font-weight:500;overflow-wrap:anywhere}
tbody tr:last-child>*{border-bottom:0;padding-bottom:0}
small{display:block;color:var(--muted);font-size:14px;font-weight:400}
i{color:var(--muted);font-style:normal}
.scroll{overflow-x:auto}.plain{min-width:460px}
.pair{display:grid;gap:0 16px}
.health{border-left:4px solid var(--accent)}
.health li+li{margin-top:8px}.health h2{margin-bottom:8px}
.empty{padding:40px 32px}.empty ol{list-style:decimal;padding-left:22px}.empty li{margin-top:8px}.empty h2{font-size:20px}
.definitions{background:none;border:0;padding:8px 0}
.definitions details{margin:0}
footer{color:var(--muted);font-size:14px}footer p{margin:0 0 8px}
a{color:var(--accent);text-underline-offset:3px}
.quiet{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
nav{margin:0 0 16px}
nav ul{display:flex;flex-wrap:wrap;gap:8px 20px}nav ul+ul:not(:empty){margin-top:12px}
nav a{text-decoration:none;display:inline-block;padding:4px 0}nav a:hover{text-decoration:underline}
.periods{gap:4px}.periods a{padding:4px 12px;border-radius:16px}.periods [aria-current]{background:var(--accent);color:var(--card);font-weight:600}
.chip{background:var(--card);border:1px solid var(--line);border-radius:16px;padding:4px 12px;color:var(--text);overflow-wrap:anywhere}
.note.first{margin:-8px 0 16px;max-width:80ch}
.heat{min-width:720px;table-layout:fixed;font-size:12px;border-collapse:separate;border-spacing:2px}
.heat th,.heat td{padding:5px 0;text-align:center;border:0;font-weight:400}.heat thead th{font-size:12px}.heat thead th:first-child{width:84px}
.heat tbody th{text-align:left;color:var(--muted)}.heat td{background:var(--page);border-radius:3px}
.heat .h1{background:var(--h1)}.heat .h2{background:var(--h2)}.heat .h3{background:var(--h3)}.heat .h4{background:var(--h4)}.heat .h5{background:var(--h5)}
.within li{display:grid;grid-template-columns:72px 1fr 64px;gap:0 16px;align-items:center;padding:5px 0}
.pairs{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,480px),1fr));gap:0 16px;align-items:start}
.plain td{white-space:nowrap}
.compared{min-width:600px}.compared td{white-space:nowrap}.compared th:first-child{width:34%}.compared small{white-space:normal}
.sum{margin:0 0 16px;color:var(--muted)}.sum strong{color:var(--text);font-size:24px;font-weight:650;letter-spacing:-.01em}.costs thead th,.costs thead th:nth-child(5){width:16%}.warnings+.costs,summary+.costs{margin-top:16px}
.warnings{color:var(--muted);font-size:14px;margin-top:16px;list-style:disc;padding-left:18px}
.news li+li{margin-top:8px}.news b{font-weight:500;color:var(--muted);font-size:14px;margin-right:8px}
.lookup{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:center;margin:16px 0;font-size:14px}.lookup input:not([type]){flex:1;min-width:160px;max-width:420px}
.lookup input,.lookup button{font:inherit;color:inherit;background:var(--card);border:1px solid var(--muted);border-radius:6px;padding:6px 10px}.lookup button{cursor:pointer}
.steps li{display:grid;grid-template-columns:190px 1fr;gap:0 16px;padding:10px 0;border-top:1px solid var(--line)}.steps li:first-child{border:0;padding-top:0}.steps time{color:var(--muted)}.steps p{margin:0}
dl{margin:0;display:grid;grid-template-columns:140px 1fr;gap:8px 16px}dt{color:var(--muted)}dd{margin:0;overflow-wrap:anywhere}
p.code{overflow-wrap:anywhere;white-space:normal}
.meanings{min-width:640px;font-size:14px}.meanings th,.meanings td{text-align:left}.meanings td+td{color:var(--muted)}.meanings b{font-weight:500;color:var(--text)}
.meanings thead th:first-child{width:22%}.meanings thead th:nth-child(2){width:26%}
@media (max-width:720px){
main{padding:20px 16px 32px}
header{margin-bottom:20px}.fresh{text-align:left}h1{font-size:24px}
section{padding:16px 16px 20px}
.cards{grid-template-columns:repeat(2,1fr);gap:10px}.card{padding:12px 14px}.card strong{font-size:24px}
.funnel li{grid-template-columns:1fr auto 56px;gap:4px 10px}.funnel .bar{grid-column:1/-1;grid-row:2}.funnel .drop{display:none}
.chart svg{height:180px}
.axis span:nth-child(even){visibility:hidden}
.steps li,dl{grid-template-columns:1fr;gap:2px}dd{margin-bottom:8px}
.groups,.groups tbody,.groups tr,.groups th,.groups td{display:block}
.groups thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.groups tr{display:grid;grid-template-columns:repeat(3,1fr);gap:6px 12px;padding:12px 0;border-bottom:1px solid var(--line)}
.groups tr:last-child{border-bottom:0;padding-bottom:0}.groups tr:first-child{padding-top:0}
.groups th,.groups td,.groups tr:last-child>*{border:0;padding:0;text-align:left}.groups th{grid-column:1/-1}
.groups td::before{content:attr(data-label);display:block;color:var(--muted);font-size:12px}
}
@media print{
:root{--page:#fff;--card:#fff;--text:#000;--muted:#444;--line:#ccc;--h1:#eef6f3;--h2:#d9ece6;--h3:#bfe0d6;--h4:#a3d2c5;--h5:#84c2b2;--accent:#0b6e5c;--soft:#8fc6b9;--way:#c8d0cd;--lost:#c25540}
main{max-width:none;padding:0}nav,.download,.lookup{display:none}.scroll{overflow:visible}.heat,.meanings,.plain{min-width:0}section{break-inside:avoid;border-color:#ccc}
.bar,.chart svg,.legend li,.heat td{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`
	.trim()
	.replace(/\n/g, '');
