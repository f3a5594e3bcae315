/** What surrounds an article on its page, by the class and id names that outlets and their software use. */
const surroundings = new RegExp(
  `^(?:${[
    'cookies?|gdpr|consent|onetrust|cmp|didomi|privacy-banner|aviso-cookies',
    'newsletters?|boletin(?:es)?|infolettre|mailing|mc4wp|sign-?up-box|subscri(?:be|ption)s?|suscri(?:bete|pcion|be)|inscrev[ae]|abonnement',
    'shar(?:e|ing)|social|redes(?:-sociales)?|compart(?:ir|e|ilhar)|partage[rs]?|addtoany|addthis|sharedaddy|heateor|a2a|sassy-social|whatsapp|telegram',
    'related|relacionad[oa]s?|relacionados-box|jp-relatedposts|yarpp|similar|recom(?:m?endad[oa]s?|mend(?:ed|ations?))|te-puede-interesar|lea-tambien|leia-(?:tambem|mais)|veja-tambem|a-lire-aussi|lire-aussi|read-(?:more|also|next)|more-(?:news|stories|from)|mas-noticias|outbrain|taboola|trc|zergnet|mgid|latest-news|ultimas-noticias|most-(?:read|popular)|lo-mas-(?:leido|visto)|mais-lidas',
    'comments?|comentarios?|commentaires?|comment-respond|respond|reply|disqus|fb-comments',
    'ads?|advert(?:s|isement|ising)?|publicidad|publicidade|publicite|sponsor(?:ed)?|promo(?:tion)?|banner|dfp|gpt-ad|google-auto-placed',
    'breadcrumbs?|migas|menu|navbar|nav|navigation|pagination|paginacion|pager|skip-link|topbar|toolbar|masthead|site-(?:header|footer)|footer|sidebar|aside|widget(?:-area)?',
    'tags?|etiquetas|tag-list|tags-links|author-(?:box|bio|info)|bio-autor|about-author|post-meta|print(?:-link)?|imprimir|font-size|audio-player|podcast-player',
  ].join('|')})(?:[-_].*|s)?$`,
  'i',
);
const buried =
  /(?:^|[-_])(?:related(?:posts|-posts|-articles)?|newsletter|share(?:-buttons|bar)?|cookie(?:s|-banner|-notice)?|comments-area|comment-respond)(?:$|[-_])/i;
const roles = /^(?:navigation|banner|contentinfo|complementary|search|dialog|alertdialog|menu)$/i;
/** These hold the article, whatever they are called. */
const containers = new Set([
  'html',
  'body',
  'main',
  'article',
  'h1',
  'h2',
  'p',
  'time',
  'strong',
  'em',
  'b',
  'i',
  'a',
  'span',
]);

/** Whether an element belongs to the page and not to its article. */
export function isChrome(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (name === 'footer' || name === 'aside') return true;
  if (/articlebody/i.test(attributes['itemprop'] ?? '')) return false;
  if (roles.test(attributes['role'] ?? '')) return true;
  if (containers.has(name)) return false;
  const names = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`.slice(0, 500);
  // An element that says it holds the article may be called whatever else beside it.
  if (
    /(?:^|[\s_-])(?:article|entry|post|story|nota|noticia|materia)[_-]?(?:body|content|text|texto|cuerpo|conteudo|contenido)/i.test(
      names,
    )
  )
    return false;
  return names.split(/\s+/).some((each) => each !== '' && (surroundings.test(each) || buried.test(each)));
}
