const aggregators = /^https:\/\/news\.google\.com\//;

/**
 * The outlet an entry names, and the title without it: search feeds write "Title - Outlet". `outlet` is the text of
 * `<source>`; without one, only an aggregator's suffix is taken for an outlet.
 */
export function outletAndTitle(
  title: string,
  outlet: string,
  link: string | null,
): { readonly title: string; readonly outlet: string | null } {
  for (const dash of [' - ', ' – ', ' — ', ' | ']) {
    const suffix = dash + outlet;
    if (outlet !== '' && title.length > suffix.length && title.endsWith(suffix))
      return { title: title.slice(0, -suffix.length).trimEnd(), outlet };
  }
  if (outlet !== '') return { title, outlet };
  const at = title.lastIndexOf(' - ');
  return at > 0 && aggregators.test(link ?? '')
    ? { title: title.slice(0, at).trimEnd(), outlet: title.slice(at + 3) }
    : { title, outlet: null };
}
