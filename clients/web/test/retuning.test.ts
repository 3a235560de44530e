import { BeamFrequency } from '@artemis/client/protocol';
import { describe, expect, it } from 'vitest';
import { Retuning } from '../src/model/retuning.js';

const { A, B } = BeamFrequency;

describe('Beams that change their frequency', () => {
  it('count down from the order until the ship says that it is done', () => {
    const retuning = new Retuning();
    expect(retuning.at(A, 100)).toBeUndefined();
    retuning.begin(B, 100);
    expect(retuning.at(A, 100)).toEqual({ frequency: B, secondsLeft: 25 });
    expect(retuning.at(A, 500)).toEqual({ frequency: B, secondsLeft: 5 });
    expect(retuning.at(B, 601)).toBeUndefined();
    expect(retuning.at(A, 602)).toBeUndefined();
  });

  it('keep what they have if the order went astray', () => {
    const retuning = new Retuning();
    retuning.begin(B, 100);
    expect(retuning.at(A, 620)).toEqual({ frequency: B, secondsLeft: 0 });
    expect(retuning.at(A, 660)).toBeUndefined();
  });

  it('are not retuned in the next game', () => {
    const retuning = new Retuning();
    retuning.begin(B, 5000);
    expect(retuning.at(A, 3)).toBeUndefined();
  });
});
