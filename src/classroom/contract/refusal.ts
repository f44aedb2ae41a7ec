/** A request that is answered with an error, in Open-Meteo's words. Thrown and caught inside the contract only. */
export class Refusal extends Error {
  readonly status: number;

  constructor(reason: string, status = 400) {
    super(reason);
    this.status = status;
  }
}

/** @throws {Refusal} always */
export function refuse(reason: string, status = 400): never {
  throw new Refusal(reason, status);
}

/** A word that is none of those that a parameter may have. `type` is the service's own name for the choice. */
export function refuseWord(type: string, word: string, path = ''): never {
  return refuse(
    `Data corrupted at path '${path}'. Cannot initialize ${type} from invalid String value ${word}.`,
  );
}

/** An unknown variable or model, in the words that the service uses since September 2026: no full stop. */
export function refuseName(type: string, name: string): never {
  return refuse(`Invalid value: Cannot initialize ${type} from invalid String value ${name}`);
}
