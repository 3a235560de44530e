import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon, type IconName } from './icon.js';

/** A labelled input with a hint and, where something is wrong, the problem in words. */
export function TextField(props: {
  label: string;
  value: string;
  onInput: (value: string) => void;
  hint?: string;
  problem?: string | null;
  type?: 'text' | 'password' | 'search';
  placeholder?: string;
  maxLength?: number;
  autoComplete?: string;
  autoFocus?: boolean;
  hideLabel?: boolean;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  // The browser heeds the attribute only once, when it loads the page.
  useEffect(() => {
    if (props.autoFocus) input.current?.focus();
  }, []);
  const described = [props.hint && `${id}-hint`, props.problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id} class={props.hideLabel ? 'hidden-label' : 'label'}>
        {props.label}
      </label>
      <input
        id={id}
        ref={input}
        class="input"
        // Each type of input has a type of its own; they do not differ in what is used here.
        type={(props.type ?? 'text') as 'text'}
        value={props.value}
        placeholder={props.placeholder ?? ''}
        maxLength={props.maxLength ?? 120}
        autoComplete={props.autoComplete ?? 'off'}
        spellcheck={false}
        autoFocus={props.autoFocus ?? false}
        aria-invalid={props.problem ? 'true' : undefined}
        aria-describedby={described || undefined}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      {props.hint && (
        <span id={`${id}-hint`} class="hint">
          {props.hint}
        </span>
      )}
      {props.problem && (
        <span id={`${id}-problem`} class="problem" role="alert">
          {props.problem}
        </span>
      )}
    </div>
  );
}

/** One of a few choices, as a row of segments; arrows move between them. */
export function Segmented<T extends string | number>(props: {
  label: string;
  value: T;
  options: readonly { value: T; label: string; title?: string }[];
  onChange: (value: T) => void;
  disabled?: boolean;
}) {
  const row = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    const count = props.options.length;
    const at = props.options.findIndex((option) => option.value === props.value);
    const next = (at + step + count) % count;
    props.onChange(props.options[next]!.value);
    (row.current?.children[next] as HTMLElement | undefined)?.focus();
  };
  return (
    <div class="segmented" role="radiogroup" aria-label={props.label} ref={row} onKeyDown={move}>
      {props.options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          title={option.title}
          disabled={props.disabled}
          aria-checked={option.value === props.value}
          tabIndex={option.value === props.value ? 0 : -1}
          onClick={() => props.onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}

/** A share of a whole as a bar with its figure in words. */
export function Meter(props: {
  label: string;
  value: number;
  max: number;
  text: string;
  /** Below this share it warns. */
  warnBelow?: number;
}) {
  const share = props.max > 0 ? Math.min(1, Math.max(0, props.value / props.max)) : 0;
  const warn = props.warnBelow ?? 0;
  const state = share < warn / 2 ? 'low' : share < warn ? 'warn' : '';
  return (
    <div
      class={`meter ${state}`}
      role="meter"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={props.max}
      aria-valuenow={Math.round(props.value)}
      aria-valuetext={props.text}
    >
      <div class="spread">
        <span class="eyebrow">{props.label}</span>
        <span>{props.text}</span>
      </div>
      <div class="bar" style={{ '--share': share.toFixed(3) }} />
    </div>
  );
}

/** What is shown where there is nothing yet. */
export function Empty(props: { icon: IconName; title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <Icon name={props.icon} />
      <h2>{props.title}</h2>
      {props.children}
    </div>
  );
}

/** Words on what is going on or went wrong. */
export function Notice(props: { kind?: 'info' | 'amber' | 'alert'; children: ComponentChildren }) {
  const kind = props.kind ?? 'info';
  return (
    <div class={`notice ${kind}`} role={kind === 'alert' ? 'alert' : 'status'}>
      <Icon name={kind === 'info' ? 'info' : 'warning'} />
      <div class="grow">{props.children}</div>
    </div>
  );
}
