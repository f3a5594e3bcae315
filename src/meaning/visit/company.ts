/** Wordings by which a story says who came along and who received them. */

/** Words after which the visitor's company is named, and after which the hosts are. */
export const WITH_VISITOR =
  /(?:acompañad[oa]s?|junto (?:a|con|al)|encabezad[oa]s? por|lidera(?:d[oa]s?|ron)?|presidid[oa]s? por|integra(?:d[oa]s?|n|ban|ron|rán)|participa(?:n|ron|rán)?|conformad[oa]|accompanied by|along(?:side)? with|alongside|joined by|led by|headed by|including|included|members? (?:were|are)|acompanhad[oa]s?|ao lado d|lidera|chefiad[oa]|liderad[oa]|integram|accompagnée?s?|aux côtés|conduite?s? par|dirigée?s? par|menée?s? par|composée?)/iu;
export const WITH_HOST =
  /(?:recibid[oa]s?(?: \S+){0,3} por|recibió|reuni(?:ó|eron|rse|rá|rán|ón|do|da)|reúne|reunirá|encuentro con|entrevist|met|meet(?:s|ing|ings)?|talks with|received by|welcomed by|hosted by|host(?:ed)?|guided by|recebid[oa]s?|recebeu|se reuni|encontr|reçue?s? par|rencontr|entretenu|accueilli|anfitri|ante el|bilateral)/iu;

/** After the name: "…, who headed the delegation", "…, quien lidera la misión". */
export const LEADS =
  /^,?\s*(?:(?:who|quien|que|qui|jefe|head|chefe)\s+)?(?:headed|heads|led|leads|leading|encabez|lider|preside|presidi|dirige|conduisait|conduit|mène|menait|chefi|coordina|integra)/iu;

/** Offices of a body that visits: "Commission president", "jefe de la misión". */
export const OF_THE_BODY =
  /(?:commission|comisi[oó]n|comiss[aã]o|committee|comit[eéê]|mission|misi[oó]n|miss[aã]o|delega|subcom|secretari[oa] ejecutiv|executive secretary|relator|rapporteur)/iu;

/** After the name: "lo acompañará", "ingresaron con él", "will join them". */
export const JOINS =
  /\b(?:(?:lo|la|los|les?|l[’'])\s*(?:acompañ|accompagn)|(?:fue|fueron|ir[áa]n?|viaj\S+|ingres\S+|entr\S+) con (?:él|ella|ellos)|(?:will\s)?join(?:s|ed)?\s(?:him|her|them|the)|travel\S* with|o acompanh)/iu;
