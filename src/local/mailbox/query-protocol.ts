/** The AWS query protocol, as far as SES v1 needs it: form in, XML out. */

const NAMESPACE = 'http://ses.amazonaws.com/doc/2010-12-01/';
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escape = (text: string) => text.replace(/[&<>]/g, (c) => ENTITIES[c]!);

export type Xml = string | number | boolean | readonly Xml[] | { readonly [element: string]: Xml };

const toXml = (value: Xml): string => {
  if (Array.isArray(value)) return value.map((member: Xml) => `<member>${toXml(member)}</member>`).join('');
  if (typeof value !== 'object') return escape(String(value));
  return Object.entries(value)
    .map(([name, inner]: [string, Xml]) => `<${name}>${toXml(inner)}</${name}>`)
    .join('');
};

export const reply = (action: string, result: Xml, requestId: string): string =>
  `<${action}Response xmlns="${NAMESPACE}"><${action}Result>${toXml(result)}</${action}Result>` +
  `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${action}Response>`;

export const errorReply = (code: string, message: string, requestId: string): string =>
  `<ErrorResponse xmlns="${NAMESPACE}"><Error><Type>Sender</Type><Code>${code}</Code>` +
  `<Message>${escape(message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`;

/** Members of a list parameter: `Destinations.member.1`, `.2`, … */
export function members(form: URLSearchParams, name: string): string[] {
  const values: string[] = [];
  for (let i = 1; ; i++) {
    const value = form.get(`${name}.member.${i}`);
    if (value === null) return values;
    values.push(value);
  }
}

/** `Tags.member.n.Name` and `.Value` as a record. */
export function tags(form: URLSearchParams): Record<string, string> {
  const all: Record<string, string> = {};
  for (let i = 1; ; i++) {
    const name = form.get(`Tags.member.${i}.Name`);
    if (name === null) return all;
    all[name] = form.get(`Tags.member.${i}.Value`) ?? '';
  }
}
