import { readFileSync } from 'node:fs';
const root=process.cwd();
const { score } = require(root+'/scripts/eval/score');
const { classifyStories } = require(root+'/src/stories/classify');
const Q=['CECOT visit', 'prison reform', 'Bukele model', 'mega-prison', 'prisoner transfer'];
const keys=['relevant','kinds (micro)','kind:delegation-visit','query:CECOT visit','query:Bukele model','query:prison reform','query:mega-prison','query:prisoner transfer','visit.host','visit.visitors','visit.facility','visit.status','visit.date','visit.officials'];
for (const g of [['press20'],['press16','press17','press18','press19']]) for (const thin of [false,true]) for (const w of ['ordinary','varied']) { const s=g.flatMap(n=>readFileSync(`test/corpus/apart-${n}-${w}.jsonl`,'utf8').split('\n').filter(Boolean).map(l=>JSON.parse(l))).map(x=>thin?{...x,text:''}:x); const r=score(s,classifyStories(s,Q)); console.log(g[0],thin?'thin':'full',w,s.length,keys.map(k=>k.replace('visit.','').replace('query:','q:').replace('delegation-','')+' '+(r.get(k)??0).toFixed(3)).join(' · ')); }
