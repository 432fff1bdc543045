import 'server-only'

/** Thrown by an action that is done and leads to another page of ours. */
export class Departure extends Error {
  override readonly name = 'Departure'
  constructor(readonly to: string) {
    super(to)
  }
}
