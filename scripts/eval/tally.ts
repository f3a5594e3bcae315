/** Counts of one yes-or-no question: true and false positives, false negatives. */
export class Tally {
  private tp = 0;
  private fp = 0;
  private fn = 0;

  add(gold: boolean, predicted: boolean): void {
    if (gold && predicted) this.tp++;
    else if (predicted) this.fp++;
    else if (gold) this.fn++;
  }

  get asked(): boolean {
    return this.tp + this.fp + this.fn > 0;
  }

  get precision(): number {
    return this.tp === 0 ? 0 : this.tp / (this.tp + this.fp);
  }

  get recall(): number {
    return this.tp === 0 ? 0 : this.tp / (this.tp + this.fn);
  }

  get f1(): number {
    return this.tp === 0 ? 0 : (2 * this.tp) / (2 * this.tp + this.fp + this.fn);
  }
}

/** Share of right answers. */
export class Share {
  private right = 0;
  private all = 0;

  add(right: boolean): void {
    this.all++;
    if (right) this.right++;
  }

  get asked(): boolean {
    return this.all > 0;
  }

  get value(): number {
    return this.all === 0 ? 0 : this.right / this.all;
  }
}

/** B-cubed F1 of a grouping against the true one, each item counted once (Bagga and Baldwin). */
export function bcubed(gold: ReadonlyMap<string, string>, predicted: ReadonlyMap<string, string>): number {
  if (gold.size === 0) return 0;
  let precision = 0;
  let recall = 0;
  for (const [item, group] of gold) {
    const cluster = predicted.get(item);
    let both = 0;
    let inGroup = 0;
    let inCluster = 0;
    for (const [other, otherGroup] of gold) {
      const sameGroup = otherGroup === group;
      const sameCluster = predicted.get(other) === cluster;
      if (sameGroup) inGroup++;
      if (sameCluster) inCluster++;
      if (sameGroup && sameCluster) both++;
    }
    precision += both / inCluster;
    recall += both / inGroup;
  }
  const [p, r] = [precision / gold.size, recall / gold.size];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}
