const tau = 2 * Math.PI;

/** Degrees from radians. */
export const degreesOf = (radians: number): number => (radians * 360) / tau;

/** A heading in whole degrees, 0 to 359, from radians. */
export function degrees(radians: number): number {
  const whole = Math.round((radians * 360) / tau) % 360;
  return whole < 0 ? whole + 360 : whole;
}

/** A heading as crews say it: `007°`. */
export const bearing = (radians: number): string => `${String(degrees(radians)).padStart(3, '0')}°`;

/** The direction, in radians clockwise from north, from one place to another. */
export function directionTo(fromX: number, fromZ: number, toX: number, toZ: number): number {
  const angle = Math.atan2(toX - fromX, toZ - fromZ);
  return angle < 0 ? angle + tau : angle;
}

/** A distance in units: `840`, `4.2k`, `31k`. */
export function distance(units: number): string {
  if (units < 1000) return String(Math.round(units));
  return units < 10_000 ? `${(units / 1000).toFixed(1)}k` : `${Math.round(units / 1000)}k`;
}

/** A share of a whole in percent: `80 %`. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** A figure with a sign as it is printed; what rounds to nothing has none. */
const signed = (value: number, figure: string): string =>
  value < 0 && /[1-9]/.test(figure) ? `−${figure}` : figure;

/** A whole number with thin spaces between thousands. */
export const whole = (value: number): string =>
  signed(
    value,
    Math.round(Math.abs(value))
      .toString()
      .replace(/\B(?=(\d{3})+$)/g, '\u2009'),
  );

/** A speed in units per second. */
export const speed = (value: number): string =>
  Math.abs(value) < 100 ? signed(value, Math.abs(value).toFixed(1)) : whole(value);

/** Minutes and seconds: `4:07`. */
export function clock(seconds: number): string {
  const all = Math.max(0, Math.floor(seconds));
  return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, '0')}`;
}

/** How long ago, in words; `now` and `then` in seconds. */
export function ago(then: number, now: number): string {
  const minutes = Math.max(0, Math.floor((now - then) / 60));
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} h ago` : `${Math.floor(hours / 24)} d ago`;
}
