import { Wording } from './wording';

/** Wordings by which a story says who came along and who received them. */

/** Words after which the visitor's company is named, and after which the hosts are. */
export const WITH_VISITOR = new Wording(
  /(?:acompañad[oa]s?|a quien(?:es)? acompañ\p{L}+|complet\p{L}+ (?:el grupo|la (?:delegación|comitiva|misión)|o grupo|a (?:comitiva|delegação)|le groupe|la délégation)|(?:lo|la|los|las|les?|l[’']|[oa]s?)\s*(?:acompañ|acompanh|accompagn)\p{L}+|junto (?:a|con|al)|na companhia d|en compañía d|en compagnie d|in the company of|encabezad[oa]s? por|a su lado (?:iba|estuvo|estaba|viajó|caminaba|viaja)|(?:their|the group[’']s) (?:leader|head|chief)|leur chef(?:fe)?|su (?:jefe|jefa|líder)|took along|takes along|lidera(?!zgo|nça)|liderou|presidid[oa]s? por|integra(?!nte|c|ç)|participa(?!nte|c|ç)|conformad[oa]|(?:lleva|llevó|leva|levou) (?:consigo|junto)|accompanied by|along(?:side)? with|alongside|together with|joined by|led by|headed by|includ(?:e|es|ed|ing)\b|incluye|incluirá|incluía|inclui\b|incluirá|comprenait|comprend\b|(?<=\S\s*)among them|members? (?:were|are)|(?:flies|flew|fly|flying|travel\p{L}*|went|goes) (?:\S+ ){0,4}with|acompanhad[oa]s?|ao lado d|lidera|chefiad[oa]|liderad[oa]|integram|accompagnée?s?|aux côtés|avec (?:son|sa|ses) coll[èe]gues?|conduite?s? par|dirigée?s? par|menée?s? par|composée?|viaj\p{L}+ (?:\S+ ){0,4}co[nm] )/giu,
  {
    words:
      /acompañ|acompanh|accompagn|accompanied|junto|companhia|compañia|compagnie|company|encabezad|lado|headed|lider[ao]|along|complet|led$|presidid|integra|participa|conformad|consigo|together|joined|includ|inclu[iy]|compren|among|member|^fl(?:ies|ew|y)|travel|went|goes|chefiad|cotes|collegue|conduit|dirige|mene|compose|viaj/,
    common: /^(?:leader|head|chief|chef|jef[ea]|lider)/,
    after: /^(?:their|s|leur|su)$/,
  },
);
export const WITH_HOST = new Wording(
  /(?:recibid[oa]s?(?: \S+){0,8} por|recibió|(?:reuni(?:ó|eron|rse|rá|rán|ón|do|da|u|ram)|reúne|reunirá|entrevist)(?=.*\bco[nm]\b)|encuentro con|(?<!\p{L})(?:met|meet(?:s|ing|ings)?)(?!\p{L})|talks with|(?:received|welcomed)(?: [^\s.;]+){0,12} by|hosted by|host(?:ed)?|guided by|de la mano de|guiad[oa]s? por|recebid[oa]s?|recebeu|encontr|reçue?s? par|rencontr|entretenu|accueilli|anfitri|ante el|bilateral)/giu,
  {
    words:
      /recibi|reuni|reune|entrevist|encuentro|^met$|^meet|talks|received|welcomed|host|^guiad|^guided|receb|encontr|recu|rencontr|entretenu|accueilli|anfitri|bilateral/,
    common: /^(?:mano$|el)/,
    after: /^(?:la|.*ante)$/,
  },
);

/** After the name: "…, who headed the delegation", "…, quien lidera la misión"; but "que dirige las cárceles" is an office. */
export const LEADS = new Wording(
  /^(?:,?\s*(?:(?:who|quien|que|qui|jefe|head|chefe)\s+)?|,\s*[^,.;:()]{0,40}\s(?:who|quien|que|qui)\s)(?:encabez|integra(?!l|ção|c)|(?:headed|heads|led|leads|leading|lider|preside|presidi|dirige|dirigi|conduisait|conduit|mène|menait|chefi|coordina)\p{L}*\s+(?:l['’]\s?|[\p{L}-]+\s+){0,3}?(?:grupo|group|team|equip|delega|déléga|comitiv|comiss|comis|commiss|committee|misi|miss|viaj|viag|trip|visit|tour|gira|party|panel|subcom|sous-com|experts|observ|legation|pas[oe]|recorrid|contingent|pasant|[óo]rg[aã]o|órgano|organ|body))/iu,
  { words: /encabez|integra|^(?:head|led$|lead|lider|presid|dirig|condui|men|chefi|coordina)/ },
);

/** Offices of a body that visits: "Commission president", "jefe de la misión". */
export const OF_THE_BODY =
  /(?:commission|comisi[oó]n|comiss[aã]o|committee|comit[eéê]|mission|misi[oó]n|miss[aã]o|delega|subcom|secretari[oa] ejecutiv|executive secretary|relator|rapporteur|comisionad|comissári|commissioner|commissaire|chairperson|coordinador|coordenador|coordinat|\bONG\b|\bNGO\b)/iu;

/** Offices that nobody holds for such a body. */
export const OF_A_STATE: ReadonlySet<string> = new Set([
  'prisons',
  'police',
  'justice',
  'interior',
  'security',
  'defence',
]);

/** After the name: "lo acompañará", "ingresaron con él", "will join them", "também participou da visita". */
export const JOINS = new Wording(
  /(?:^\s(?:a la cabeza|al frente|en tête|à la tête|à frente|in the lead)|\b(?:sera|seront|était|étaient|est|sont) (?:aussi |également )?du (?:voyage|déplacement)|\b(?:is|was|are|were) (?:also )?(?:in|on|among|part of) the (?:party|travellers|travelers|visitors)|\bone of the (?:travellers|travelers|visitors|party)|\b(?:uno|una|otro|otra|um|uma|outro|outra) de (?:los|las|dos|das)? ?(?:viajeros|integrantes|visitantes|viajantes)|\b(?:entr|ingres|viaj|recorr|volv)(?:ó|a|ará) con (?:él|ella))|\b(?:(?:lo|la|los|les?|l[’'])\s*(?:acompañ|accompagn)|(?:fue|fueron|ir[áa]n?|viaj\S+|ingres\S+|entr\S+) con (?:él|ella|ellos)|(?:entr|ingres)\S+ (?:junto|juntos|together)|(?:will\s)?join(?:s|ed)?\s(?:him|her|them|the)|travel\S* with|o acompanh|(?:también|también lo|também|also|également)\s(?:particip|viaj|virá|virão|vendrá|asist|estuv|estev|irá|went|travel|took part|came|attend|du voyage|de la délégation)|a également (?:particip|fait)|accompan(?:ied|ies|ying) (?:him|her|them)|(?:be|was|were|is|are|fl[yi]\p{L}*|flew|go|goes|went) with (?:him|her|them)\b|made the (?:journey|trip) too|goes as leader|(?:is|are|was|were) of the party|(?:ir|ido|viajar) con (?:él|ella|ellos)|at (?:his|her|their) side|a su lado|ao seu lado|à ses côtés|complet(?:a|an|am|ou)\b|form\p{L}+ parte d\p{L}+ (?:la )?(?:delegación|comitiva|misión|visita|grupo|equipo|gira|delegação|missão|viagem)|(?:was|were) (?:also )?(?:on|part of) the (?:trip|tour|delegation|team|visit)|(?:también|também) (?:integr|acompañ|acompanh))/iu,
  {
    words:
      /cabeza|frente|tete|acompañ|accompagn|accompan|acompanh|junto|together|^join|^(?:him|her|them)$|journey|^leader$|^(?:él|ell[ao])|tambien|tambem|also|egalement|side$|lado|cotes|^complet|parte$/,
    common: /^(?:lead|voyage|deplacement|party|travel|visit|viaj|integrantes|trip|tour|delegation|team|with)/,
    after: /^(?:du|the|los|las|dos|das|de|travel.*)$/,
  },
);
