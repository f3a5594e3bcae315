/** Minutes east of Greenwich of the zone names that feeds of the region, and its wires, use. */
const offsets: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  cest: 120,
  mez: 60,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  sast: 120,
  ist: 330,
  hkt: 480,
  sgt: 480,
  jst: 540,
  kst: 540,
  art: -180,
  brt: -180,
  brst: -120,
  clt: -240,
  clst: -180,
  cot: -300,
  pet: -300,
  ect: -300,
  bot: -240,
  vet: -240,
  pyt: -180,
  pyst: -180,
  uyt: -180,
  uyst: -120,
  gyt: -240,
  srt: -180,
  gft: -180,
  fnt: -120,
  amt: -240,
  act: -300,
  nst: -210,
  ndt: -150,
  ast: -240,
  adt: -180,
  est: -300,
  edt: -240,
  et: -300,
  cst: -360,
  cdt: -300,
  ct: -360,
  mst: -420,
  mdt: -360,
  mt: -420,
  pst: -480,
  pdt: -420,
  pt: -480,
  akst: -540,
  akdt: -480,
  hst: -600,
};

/** Offset in minutes named in `text` (`-0300`, `-03:00`, `GMT-3`, `CEST`), or null when it names none. */
export function offsetOfZone(text: string): number | null {
  const numeric = /([+-])\s?(\d{1,2})(?::?(\d\d))?(?!\d)/.exec(text.replace(/[−–]/g, '-'));
  if (numeric) {
    const [hours, minutes] = [Number(numeric[2]), Number(numeric[3] ?? 0)];
    if (hours <= 14 && minutes < 60) return (numeric[1] === '-' ? -1 : 1) * (hours * 60 + minutes);
  }
  for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) {
    const offset = Object.hasOwn(offsets, word) ? offsets[word] : undefined;
    if (offset !== undefined) return offset;
  }
  return null;
}
