/** The upper end of the one-sided 95 % interval (Clopper-Pearson) for `hits` of `total`, 0 to 1. */
export function upperBound(hits: number, total: number): number {
  if (total === 0 || hits >= total) return 1;
  let low = hits / total;
  let high = 1;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (cumulative(hits, total, middle) > 0.05) low = middle;
    else high = middle;
  }
  return high;
}

/** The chance of at most `hits` of `total` where each has the chance `p`. */
function cumulative(hits: number, total: number, p: number): number {
  let term = (1 - p) ** total;
  let sum = term;
  for (let k = 1; k <= hits; k += 1) {
    term *= ((total - k + 1) / k) * (p / (1 - p));
    sum += term;
  }
  return sum;
}

/** A share as `12/26 (46.2 %)`. */
export function share(part: number, whole: number): string {
  return `${part}/${whole} (${whole === 0 ? '-' : ((100 * part) / whole).toFixed(1)} %)`;
}
