/** From here on a page is no article any more: its comment form. */
const endOfArticle =
  /^(?:leave (?:a|your) (?:reply|comment)|deja (?:un|tu) comentario|dejar? una respuesta|deixe (?:um|seu) (?:coment[aá]rio|resposta)|deixe uma resposta|laisser un commentaire|post a comment|\d+ (?:comments?|comentarios?|coment[aá]rios|commentaires?)|comments? are closed)\b.{0,40}$/i;

/** Whole paragraphs that outlets put between those of the article. */
const asides: readonly RegExp[] = [
  /^[^\p{L}]+$/u,
  /^\d{4}-\d\d-\d\d(?:T[\d:.Z+-]+)?$/,
  /^(?:(?:por|by|par|da|de) )?(?:(?:la|the|a|our) )?(?:redacci[oó]n|r[eé]daction|reda[cç][aã]o|newsroom|staff (?:writer|reporter))(?:\s\S+){0,3}$/i,
  /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i,
  /^[\da-f]{16,64}$/i,
  /^(?:original source|source|fuente(?: original)?|fonte(?: original)?|via|con informaci[oó]n de|cr[eé]ditos?)\s*:\s*\S{1,80}(?:\s\S+){0,4}$/i,
  /^(?:your email address will not be published|tu direcci[oó]n de correo electr[oó]nico no ser[aá] publicada|o seu endere[cç]o de e-?mail n[aã]o ser[aá] publicado|votre adresse e-?mail ne sera pas publi[eé]e|required fields are marked|los campos obligatorios est[aá]n marcados)\b/i,
  /^(?:share(?: this)?(?: (?:article|story|post|on))?|comp[aá]rt(?:elo|e|ir|ilhe|ilhar)(?: (?:esta|este|en|no|na|a) .{0,40})?|partager(?: (?:l['’]article|sur) ?.{0,30})?|s[ií]guenos(?: en)?|siga-nos|suivez-nous|follow us)\b.{0,60}$/i,
  /^(?:(?:facebook|twitter|x|whats ?app|telegram|linkedin|pinterest|e-?mail|correo|instagram|threads|bluesky|messenger|copy link|copiar (?:enlace|link)|copier le lien|print|imprimir|imprimer|pocket|reddit|tumblr)[\s,|·•/]*)+$/i,
  /^(?:lea|lee|vea|ve|mire|mira|escuche|leia|veja|ou[cç]a|lire|voir|[aà] lire|read|see|watch)(?: tamb[ií][eé]?n?| tamb[eé]m| m[aá]s| mais| aussi| more| also| next)\s*(?::|\||–|-|»|$)/i,
  /^(?:te puede interesar|le puede interesar|tambi[eé]n (?:te )?puede(?:s)? (?:interesar|leer)|noticias? relacionadas?|(?:art[ií]culos?|notas?|contenido) relacionad[oa]s?|related(?: (?:articles?|stories|posts|news|content))?|recommended(?: for you)?|recomendad[oa]s?|voc[eê] pode gostar|not[ií]cias relacionadas|[aà] lire (?:aussi|[eé]galement)|sur le m[eê]me sujet|more from)\b.{0,120}$/i,
  /^(?:suscr[ií]b[ae]|subscr[ií]b|ins?cr[ií]b|abonnez|assine|cadastre|reg[ií]str[ae]|recib[ae]|receba|recevez|sign up|get (?:the|our)|join our)\S*.{0,140}(?:newsletter|bolet[ií]n|lettre|canal|channel|whats ?app|telegram|e-?mail|correo|notici|inbox|suscri|gratis|free|abon)/i,
  /^(?:newsletter|bolet[ií]n(?: de noticias)?|subscribe(?: now)?|suscr[ií]bete(?: (?:ya|ahora|aqu[ií]))?|assine(?: j[aá])?|s['’]abonner)\.?$/i,
  /\b(?:cookies?)\b.{0,160}\b(?:experiencia|experi[eê]ncia|experience|exp[eé]rience|acept|aceit|accept|consent|preferenc|pol[ií]tica|policy|navega)/i,
  /^(?:advertisement|publicidad|publicidade|publicit[eé]|anuncio|sponsored|patrocinado|contenido patrocinado|ad)\.?$/i,
  /^(?:todos los derechos reservados|all rights reserved|todos os direitos reservados|tous droits r[eé]serv[eé]s|©|copyright\b).{0,120}$/i,
  /^(?:(?:tiempo de lectura|reading time|tempo de leitura|temps de lecture)\b.{0,20}|\d{1,2} (?:min(?:utos?|utes?)?)(?: (?:de lectura|read|de leitura|de lecture))?)$/i,
  /^(?:etiquetas|tags?|temas|archivado en|filed under|mots[- ]cl[eé]s|palavras-chave)\s*:?(?:\s.{0,160})?$/i,
  /^(?:click|haga clic|haz clic|clique|cliquez)\b.{0,80}$/i,
];

/** What stands where the rest of a paywalled article would be. */
export const subscribersOnly =
  /\b(?:(?:this (?:story|article|content) is (?:only )?(?:for|available to) (?:paying )?subscribers|subscribe to (?:continue|keep) reading|(?:contenido|nota|art[ií]culo) (?:exclusiv[oa] )?(?:para|solo para) (?:suscriptores|socios)|suscr[ií]bete para (?:seguir|continuar) leyendo|(?:conte[uú]do|mat[eé]ria) (?:exclusiv[oa] )?para assinantes|assine para continuar(?: lendo)?)\b|(?:article|contenu) r[eé]serv[eé] aux abonn[eé]s|il vous reste \d+ ?% de (?:l['’]|cet )article)/i;

/** The paragraphs of an article without what its page mixed into it, and without its title at the top. */
export function cleanParagraphs(paragraphs: readonly string[], title: string | null): string[] {
  const last = paragraphs.findIndex(
    (each, place) => place > 0 && each.length < 80 && endOfArticle.test(each),
  );
  const kept: string[] = [];
  const before = new Set<string>();
  for (const paragraph of last === -1 ? paragraphs : paragraphs.slice(0, last)) {
    const repeated = paragraph.length > 40 && before.has(paragraph);
    const isTitle = kept.length === 0 && title !== null && sameWords(paragraph, title);
    if (repeated || isTitle || (paragraph.length < 400 && isAside(paragraph))) continue;
    before.add(paragraph);
    kept.push(paragraph);
  }
  return withoutStubs(kept);
}

const isAside = (paragraph: string): boolean =>
  subscribersOnly.test(paragraph) || asides.some((aside) => aside.test(paragraph));

/** Without single words above and below the text: menus and signatures of pages that name nothing. */
function withoutStubs(paragraphs: readonly string[]): string[] {
  const isText = (paragraph: string) => paragraph.length >= 25 || /[.!?…:"”»)]$/.test(paragraph);
  const first = paragraphs.findIndex(isText);
  const last = paragraphs.findLastIndex(isText);
  return first === -1 ? [...paragraphs] : paragraphs.slice(first, last + 1);
}

const sameWords = (a: string, b: string): boolean => letters(a) === letters(b);
const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
