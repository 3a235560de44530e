/** Pictures that the graphics card may have before it: one that it draws, and one that waits. */
const inFlight = 2;
/** A picture that lasts longer than this makes the view coarser and seldomer, in ms. */
const slowMs = 100;
const quickMs = 45;
/** So many quick pictures in turn make the view finer again. */
const quickRun = 120;
const coarsest = 0.5;

/**
 * When to draw a picture and how fine, so that a slow graphics card — or none at all — never holds up the page around it.
 *
 * No picture is begun before the card is done with the one before the last; and after one that lasted long, the card rests as long.
 */
export class Pace {
  /** Share of the full resolution to draw with, from 0.5 to 1. */
  scale = 1;
  readonly #gl: WebGL2RenderingContext;
  readonly #pending: { fence: WebGLSync; begun: number }[] = [];
  #restUntil = 0;
  #quick = 0;

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
  }

  /** Whether a picture may be drawn now. */
  ready(now: number): boolean {
    while (this.#pending.length > 0 && this.#isDone(this.#pending[0]!.fence)) {
      const { fence, begun } = this.#pending.shift()!;
      this.#gl.deleteSync(fence);
      this.#learn(now - begun, now);
    }
    return this.#pending.length < inFlight && now >= this.#restUntil;
  }

  /** Takes note that a picture was drawn. */
  drawn(now: number): void {
    const fence = this.#gl.fenceSync(this.#gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    if (!fence) return;
    this.#gl.flush();
    this.#pending.push({ fence, begun: now });
  }

  #isDone(fence: WebGLSync): boolean {
    const { ALREADY_SIGNALED, CONDITION_SATISFIED, WAIT_FAILED } = this.#gl;
    const status = this.#gl.clientWaitSync(fence, 0, 0);
    // A card that was lost answers that it failed; the next picture then fails or does not, but nothing waits for it.
    return status === ALREADY_SIGNALED || status === CONDITION_SATISFIED || status === WAIT_FAILED;
  }

  #learn(tookMs: number, now: number): void {
    this.#quick = tookMs < quickMs ? this.#quick + 1 : 0;
    if (tookMs > slowMs) {
      this.#restUntil = now + tookMs;
      this.scale = Math.max(coarsest, this.scale * 0.8);
    } else if (this.#quick >= quickRun && this.scale < 1) {
      this.#quick = 0;
      this.scale = Math.min(1, this.scale * 1.25);
    }
  }
}
