import type { Kind, Language, Theme, VisitStatus } from '../reading';

/** How one language says what a query asks for. */
export interface Words {
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly themes: Readonly<Record<Theme, string>>;
  readonly statuses: Readonly<Record<VisitStatus, string>>;
  readonly languages: Readonly<Record<Language, string>>;
  readonly parties: Readonly<Record<string, string>>;
  readonly visits: string;
  readonly anyPrison: string;
  readonly anyCountry: string;
  readonly status: string;
  readonly and: string;
  readonly or: string;
  readonly not: string;
  facility(name: string): string;
  host(name: string): string;
  from(name: string): string;
  about(name: string): string;
  inLanguage(name: string): string;
  source(host: string): string;
  word(text: string): string;
  phrase(text: string): string;
  near(left: string, right: string, distance: number): string;
}

const en: Words = {
  kinds: {
    'delegation-visit': 'official visits to prisons abroad',
    'prison-reform': 'changes to prisons and prison systems',
    cooperation: 'agreements between states on prisons or security',
    'prisoner-transfer': 'prisoners or deportees moved to or between prisons',
    'rights-and-conditions': 'rights and conditions in prisons',
    'security-incident': 'riots, escapes and attacks in prisons',
    'model-debate': 'debate on copying the Bukele model',
  },
  themes: {
    'bukele-model': 'learning from, copying or debating El Salvador’s prison model abroad',
    'mega-prison': 'mega-prisons and maximum-security complexes planned, built, opened or taken as a model',
  },
  statuses: {
    proposed: 'proposed',
    announced: 'announced',
    'under-way': 'under way',
    completed: 'completed',
    postponed: 'postponed',
    cancelled: 'cancelled',
    denied: 'denied',
  },
  languages: { es: 'Spanish', en: 'English', pt: 'Portuguese', fr: 'French' },
  parties: {
    EU: 'the European Union',
    'org:UN': 'the United Nations',
    'org:OAS': 'the OAS',
    'org:IACHR': 'the Inter-American Commission on Human Rights',
    'org:NGO': 'non-governmental organisations',
    'org:press': 'the foreign press',
  },
  visits: 'official visits',
  anyPrison: 'to prisons in another country',
  anyCountry: 'from any country',
  status: 'status',
  and: 'and',
  or: 'or',
  not: 'but not',
  facility: (name) => `to ${name}`,
  host: (name) => `to prisons in ${name}`,
  from: (name) => `from ${name}`,
  about: (name) => `about ${name}`,
  inLanguage: (name) => `in ${name}`,
  source: (host) => `published by ${host}`,
  word: (text) => `the word “${text}”`,
  phrase: (text) => `the exact words “${text}”`,
  near: (left, right, n) => `“${left}” within ${n} words of “${right}”`,
};

const es: Words = {
  kinds: {
    'delegation-visit': 'visitas oficiales a cárceles de otro país',
    'prison-reform': 'cambios en cárceles y sistemas penitenciarios',
    cooperation: 'acuerdos entre Estados sobre cárceles o seguridad',
    'prisoner-transfer': 'traslados de presos o deportados a cárceles o entre ellas',
    'rights-and-conditions': 'derechos y condiciones en las cárceles',
    'security-incident': 'motines, fugas y ataques en cárceles',
    'model-debate': 'debate sobre copiar el modelo Bukele',
  },
  themes: {
    'bukele-model': 'aprender del modelo carcelario de El Salvador, copiarlo o debatirlo en otros países',
    'mega-prison':
      'megacárceles y complejos de máxima seguridad que se planean, construyen, inauguran o sirven de modelo',
  },
  statuses: {
    proposed: 'propuesta',
    announced: 'anunciada',
    'under-way': 'en curso',
    completed: 'realizada',
    postponed: 'aplazada',
    cancelled: 'cancelada',
    denied: 'negada',
  },
  languages: { es: 'español', en: 'inglés', pt: 'portugués', fr: 'francés' },
  parties: {
    EU: 'la Unión Europea',
    'org:UN': 'las Naciones Unidas',
    'org:OAS': 'la OEA',
    'org:IACHR': 'la Comisión Interamericana de Derechos Humanos',
    'org:NGO': 'organizaciones no gubernamentales',
    'org:press': 'la prensa extranjera',
  },
  visits: 'visitas oficiales',
  anyPrison: 'a cárceles de otro país',
  anyCountry: 'de cualquier país',
  status: 'estado',
  and: 'y',
  or: 'o',
  not: 'pero no',
  facility: (name) => `a ${name}`,
  host: (name) => `a cárceles de ${name}`,
  from: (name) => `de ${name}`,
  about: (name) => `sobre ${name}`,
  inLanguage: (name) => `en ${name}`,
  source: (host) => `publicado por ${host}`,
  word: (text) => `la palabra «${text}»`,
  phrase: (text) => `las palabras exactas «${text}»`,
  near: (left, right, n) => `«${left}» a no más de ${n} palabras de «${right}»`,
};

const pt: Words = {
  kinds: {
    'delegation-visit': 'visitas oficiais a prisões de outro país',
    'prison-reform': 'mudanças em prisões e sistemas penitenciários',
    cooperation: 'acordos entre Estados sobre prisões ou segurança',
    'prisoner-transfer': 'transferências de presos ou deportados para prisões ou entre elas',
    'rights-and-conditions': 'direitos e condições nas prisões',
    'security-incident': 'motins, fugas e ataques em prisões',
    'model-debate': 'debate sobre copiar o modelo Bukele',
  },
  themes: {
    'bukele-model': 'aprender com o modelo prisional de El Salvador, copiá-lo ou debatê-lo em outros países',
    'mega-prison':
      'megaprisões e complexos de segurança máxima planejados, construídos, inaugurados ou tomados como modelo',
  },
  statuses: {
    proposed: 'proposta',
    announced: 'anunciada',
    'under-way': 'em curso',
    completed: 'realizada',
    postponed: 'adiada',
    cancelled: 'cancelada',
    denied: 'negada',
  },
  languages: { es: 'espanhol', en: 'inglês', pt: 'português', fr: 'francês' },
  parties: {
    EU: 'União Europeia',
    'org:UN': 'Nações Unidas',
    'org:OAS': 'OEA',
    'org:IACHR': 'Comissão Interamericana de Direitos Humanos',
    'org:NGO': 'organizações não governamentais',
    'org:press': 'imprensa estrangeira',
  },
  visits: 'visitas oficiais',
  anyPrison: 'a prisões de outro país',
  anyCountry: 'de qualquer país',
  status: 'situação',
  and: 'e',
  or: 'ou',
  not: 'mas não',
  facility: (name) => `a ${name}`,
  host: (name) => `a prisões de: ${name}`,
  from: (name) => `vindas de: ${name}`,
  about: (name) => `sobre: ${name}`,
  inLanguage: (name) => `em ${name}`,
  source: (host) => `publicado por ${host}`,
  word: (text) => `a palavra “${text}”`,
  phrase: (text) => `as palavras exatas “${text}”`,
  near: (left, right, n) => `“${left}” a no máximo ${n} palavras de “${right}”`,
};

const fr: Words = {
  kinds: {
    'delegation-visit': 'visites officielles de prisons à l’étranger',
    'prison-reform': 'changements dans les prisons et les systèmes pénitentiaires',
    cooperation: 'accords entre États sur les prisons ou la sécurité',
    'prisoner-transfer': 'transferts de détenus ou d’expulsés vers des prisons ou entre elles',
    'rights-and-conditions': 'droits et conditions dans les prisons',
    'security-incident': 'mutineries, évasions et attaques dans les prisons',
    'model-debate': 'débat sur la copie du modèle Bukele',
  },
  themes: {
    'bukele-model': 'le modèle carcéral du Salvador étudié, copié ou débattu ailleurs',
    'mega-prison':
      'mégaprisons et complexes de haute sécurité prévus, construits, ouverts ou pris pour modèle',
  },
  statuses: {
    proposed: 'proposée',
    announced: 'annoncée',
    'under-way': 'en cours',
    completed: 'effectuée',
    postponed: 'reportée',
    cancelled: 'annulée',
    denied: 'refusée',
  },
  languages: { es: 'espagnol', en: 'anglais', pt: 'portugais', fr: 'français' },
  parties: {
    EU: 'l’Union européenne',
    'org:UN': 'les Nations unies',
    'org:OAS': 'l’OEA',
    'org:IACHR': 'la Commission interaméricaine des droits de l’homme',
    'org:NGO': 'des organisations non gouvernementales',
    'org:press': 'la presse étrangère',
  },
  visits: 'visites officielles',
  anyPrison: 'de prisons à l’étranger',
  anyCountry: 'de tout pays',
  status: 'statut',
  and: 'et',
  or: 'ou',
  not: 'mais pas',
  facility: (name) => `de ${name}`,
  host: (name) => `de prisons (pays : ${name})`,
  from: (name) => `par : ${name}`,
  about: (name) => `sur : ${name}`,
  inLanguage: (name) => `en ${name}`,
  source: (host) => `publié par ${host}`,
  word: (text) => `le mot « ${text} »`,
  phrase: (text) => `les mots exacts « ${text} »`,
  near: (left, right, n) => `« ${left} » à ${n} mots au plus de « ${right} »`,
};

export const WORDS: Readonly<Record<Language, Words>> = { es, en, pt, fr };
