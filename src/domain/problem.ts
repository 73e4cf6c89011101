/** Everything that can go wrong in operation and that a person can do something about. */
export type ProblemCode =
  | 'usage'
  | 'input.invalid'
  | 'input.missing'
  | 'config.invalid'
  | 'knowledge.invalid'
  | 'log.unavailable'
  | 'log.damaged'
  | 'port.taken';

/** An operational failure. A bug is not a `Problem`: it fails an assertion and crashes. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly remedy: string;

  constructor(code: ProblemCode, message: string, options: { remedy: string; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.code = code;
    this.remedy = options.remedy;
  }
}
