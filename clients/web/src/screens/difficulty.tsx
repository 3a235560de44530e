/** A difficulty from 1 to 11 as eleven small bars. */
export function Difficulty({ value }: { value: number }) {
  return (
    <span class="difficulty" role="img" aria-label={`Difficulty ${value} of 11`}>
      {Array.from({ length: 11 }, (_, index) => (
        <i key={index} class={index < value ? 'on' : ''} />
      ))}
    </span>
  );
}
