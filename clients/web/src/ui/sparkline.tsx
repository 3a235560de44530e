const width = 240;
const height = 36;

/** A small line of how a figure went, the newest on the right. */
export function Sparkline(props: {
  label: string;
  values: readonly number[];
  /** The scale reaches at least so far. */
  least: number;
  unit: string;
  /** How many values fill the width. */
  span?: number;
}) {
  const { values } = props;
  const span = props.span ?? 120;
  const top = Math.max(props.least, ...values);
  const x = (index: number): number => width - ((values.length - 1 - index) / (span - 1)) * width;
  const y = (value: number): number => height - 1 - (value / top) * (height - 4);
  const line = values.map((value, index) => `${x(index).toFixed(1)} ${y(value).toFixed(1)}`).join(' L ');
  const newest = values.at(-1) ?? 0;
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${props.label}: now ${newest.toFixed(1)}, at most ${top.toFixed(1)} ${props.unit}`}
    >
      {values.length > 1 && (
        <>
          <path
            class="sparkline-fill"
            d={`M ${x(0).toFixed(1)} ${height} L ${line} L ${width} ${height} Z`}
          />
          <path class="sparkline-line" d={`M ${line}`} />
        </>
      )}
    </svg>
  );
}
