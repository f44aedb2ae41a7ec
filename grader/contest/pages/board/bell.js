/** @import { Moment } from '../race/moment.js' */

/** Two partials of a small bell, in Hz, and how long they ring. */
const PARTIALS = [
  { hz: 880, loud: 0.25 },
  { hz: 2_200, loud: 0.08 },
];
const RING_S = 2.5;

/**
 * How often the bell rings between two looks at the clock: once at the start, three times at the end.
 *
 * @example ringsBetween(before, now) // 3
 * @param {Moment | undefined} before
 * @param {Moment} now
 */
export function ringsBetween(before, now) {
  if (before === undefined || before.phase === now.phase) return 0;
  if (before.phase === 'countdown' && now.phase === 'race') return 1;
  return now.phase === 'over' ? 3 : 0;
}

/** The bell of the room. Silent until somebody turns it on: a browser lets no page make a sound by itself. */
export class Bell {
  /** @type {AudioContext | undefined} */
  #audio;
  isOn = false;

  /** Turned on, it rings once, so that the room knows how loud it is. */
  toggle() {
    this.isOn = !this.isOn;
    if (!this.isOn) return;
    this.#audio ??= new AudioContext();
    void this.#audio.resume();
    this.ring(1);
  }

  /** @param {number} times */
  ring(times) {
    if (!this.isOn || this.#audio === undefined) return;
    for (let index = 0; index < times; index += 1) strike(this.#audio, this.#audio.currentTime + index * 0.8);
  }
}

/**
 * @param {AudioContext} audio
 * @param {number} atS
 */
function strike(audio, atS) {
  for (const { hz, loud } of PARTIALS) {
    const tone = new OscillatorNode(audio, { frequency: hz });
    const gain = new GainNode(audio, { gain: 0 });
    gain.gain.setValueAtTime(loud, atS);
    gain.gain.exponentialRampToValueAtTime(0.0001, atS + RING_S);
    tone.connect(gain).connect(audio.destination);
    tone.start(atS);
    tone.stop(atS + RING_S);
  }
}
