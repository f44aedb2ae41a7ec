import type { Question } from './questions.ts';
import type { Ways } from './right.ts';

/** A way of asking that people really take, and what it does instead. */
export interface Guess {
  readonly id: string;
  readonly says: string;
  readonly ways: Ways;
}

/** In the order in which they are tried: simple ones first. */
export const GUESSES: Readonly<Record<Question['part'], readonly Guess[]>> = {
  downwind: [
    { id: 'one-hop', says: 'following one step where one or two are asked for', ways: { windMost: 1 } },
    {
      id: 'exactly-two',
      says: 'following exactly two steps, so what is one step away is lost',
      ways: { windLeast: 2 },
    },
    {
      id: 'start-is-own-neighbour',
      says: 'counting the place itself, to which the wind comes back',
      ways: { keepsStart: true },
    },
    {
      id: 'zero-steps',
      says: 'counting no step at all (*0..) as a step',
      ways: { windLeast: 0, keepsStart: true },
    },
    { id: 'arrow-turned', says: 'following the wind backwards', ways: { wind: 'against' } },
    { id: 'no-arrow', says: 'following the edge in both directions', ways: { wind: 'both' } },
    { id: 'arrow-turned', says: 'following the wind backwards', ways: { wind: 'against', keepsStart: true } },
    {
      id: 'no-arrow',
      says: 'following the edge in both directions',
      ways: { wind: 'both', keepsStart: true },
    },
    { id: 'any-number-of-steps', says: 'following any number of steps', ways: { windMost: Infinity } },
    {
      id: 'exactly-two',
      says: 'following exactly two steps, so what is one step away is lost',
      ways: { windLeast: 2, keepsStart: true },
    },
  ],
  workload: [
    {
      id: 'match-drops-zeros',
      says: 'MATCH where OPTIONAL MATCH keeps those who have none',
      ways: { nobody: 'left out' },
    },
    {
      id: 'count-star',
      says: 'count(*), which counts the row of somebody who runs nothing',
      ways: { nobody: 'counted as one' },
    },
    {
      id: 'counts-walks',
      says: 'counting a source once for each of its substances',
      ways: { counts: 'substances' },
    },
    { id: 'order-turned', says: 'the fewest first', ways: { order: 'fewest first' } },
    { id: 'order-turned', says: 'ordering by name only', ways: { order: 'by name' } },
  ],
  answerable: [
    {
      id: 'no-inference',
      says: 'asking for the substance itself only, not for its kinds',
      ways: { kindMost: 0 },
    },
    {
      id: 'fixed-kinds',
      says: 'a fixed number of steps of IS_A, where kinds have kinds',
      ways: { kindMost: 1 },
    },
    {
      id: 'fixed-kinds',
      says: 'a fixed number of steps of IS_A, where kinds have kinds',
      ways: { kindLeast: 1, kindMost: 1 },
    },
    {
      id: 'kind-not-itself',
      says: 'at least one step of IS_A, so the substance itself is left out',
      ways: { kindLeast: 1 },
    },
    {
      id: 'own-place-left-out',
      says: 'at least one step of wind, so a source beside the school is left out',
      ways: { windLeast: 1 },
    },
    { id: 'own-place-only', says: 'sources beside the school only', ways: { windMost: 0 } },
    {
      id: 'one-hop',
      says: 'one step of wind, where any number is asked for',
      ways: { windLeast: 1, windMost: 1 },
    },
    { id: 'one-hop', says: 'one step of wind, where any number is asked for', ways: { windMost: 1 } },
    { id: 'fixed-hops', says: 'a fixed number of steps of wind', ways: { windMost: 2 } },
    { id: 'fixed-hops', says: 'a fixed number of steps of wind', ways: { windMost: 3 } },
    { id: 'fixed-hops', says: 'a fixed number of steps of wind', ways: { windMost: 4 } },
    { id: 'fixed-hops', says: 'a fixed number of steps of wind', ways: { windMost: 5 } },
    {
      id: 'fixed-kinds',
      says: 'a fixed number of steps of IS_A, where kinds have kinds',
      ways: { kindMost: 2 },
    },
    {
      id: 'fixed-kinds',
      says: 'a fixed number of steps of IS_A, where kinds have kinds',
      ways: { kindMost: 3 },
    },
    { id: 'arrow-turned', says: 'following the wind backwards', ways: { wind: 'against' } },
    { id: 'no-arrow', says: 'following the wind in both directions', ways: { wind: 'both' } },
    { id: 'kind-turned', says: 'following IS_A backwards', ways: { kind: 'against' } },
  ],
};
