export type StartProblem = 'profile_unreachable' | 'profile_not_json';

/** Why the page could not start; the sentence is chosen where it is shown. */
export class StartError extends Error {
  constructor(
    readonly problem: StartProblem,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(`${problem}: ${detail}`, options);
    this.name = 'StartError';
  }
}
