/** A figure with its name. `raw` is the exact value, for whoever reads the page by program. */
export function Readout(props: {
  label: string;
  name: string;
  value: string;
  raw?: number | undefined;
  unit?: string;
  ordered?: string | undefined;
}) {
  return (
    <div class="readout">
      <dt class="eyebrow">{props.label}</dt>
      <dd>
        <span class="readout-value" data-readout={props.name} data-value={props.raw}>
          {props.value}
        </span>
        {props.unit && <span class="readout-unit">{props.unit}</span>}
        {props.ordered !== undefined && <span class="readout-ordered">{props.ordered}</span>}
      </dd>
    </div>
  );
}
