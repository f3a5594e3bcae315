/** Names, or beginnings of names, that say how the reader came and never what is read. */
const tracking =
  /^(?:utm(?:_\w+)?|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh|mc_[ce]id|mkt_tok|_ga|_gl|ga_\w+|_hs\w+|hs\w*tracking|hsa_\w+|oly_(?:enc|anon)_id|vero_\w+|__twitter_impression|__s|__tn__|ref_src|ref_url|ncid|ocid|cmpid|cmp|s_cid|sr_share|xtor|xtref|at_(?:medium|campaign|link_\w+|custom\d|bbc_team|ptr_name|format|creation)|ns_(?:mchannel|campaign|source|linkname|fee)|pk_(?:campaign|kwd|source|medium)|mtm_\w+|matomo_\w+|piwik_\w+|wt_mc|wt\.mc_id|smid|smtyp|srnd|taid|traffic_source|feedtype|feedname|maca|echobox|fb_(?:action_ids|action_types|ref|source)|action_object_map|spm|guccounter|guce_referr\w*|amp_js_v|amp_gsa|usqp|outputtype|share|sharetype|dicbo|tblci|obclick\w*|cx_(?:testid|testvariant|artpos)|cxense\w*|io_source|rss_?id|mibextid|sfnsn|wprov|zanpid|trk|trkcampaign|lctg|nlid|sh_kit)$/;

/** Common words that name a source in feeds and an article elsewhere: dropped only with such a value. */
const hints =
  /^(?:ref|from|src|source|via|partner|origin|referrer|referer|feed|medium|campaign|rss|output|amp|noamp|view|mode|m)$/;
const sources =
  /^(?:rss[\w.-]*|feeds?|feedly|twitter|facebook|fb|whatsapp|telegram|instagram|linkedin|tw|email|newsletter|google|googlenews|gnews|social|home|homepage|share|amp|mobile|available)$/;

/** True for one `name=value` of a query (as written) that does not help to name the article on `host`. */
export function isTracking(pair: string, host: string): boolean {
  const equals = pair.indexOf('=');
  const name = (equals === -1 ? pair : pair.slice(0, equals)).toLowerCase();
  const value = equals === -1 ? '' : pair.slice(equals + 1).toLowerCase();
  if (name === 'share' || name === 'cmp') return !/^\d+$/.test(value);
  if (tracking.test(name)) return true;
  if (name === 'amp') return value === '' || value === '1' || value === 'true';
  if (name === 'm') return value === '1' && host.includes('.blogspot.');
  if (hints.test(name)) return sources.test(value);
  return host === 'news.google.com' && /^(?:oc|hl|gl|ceid)$/.test(name);
}
