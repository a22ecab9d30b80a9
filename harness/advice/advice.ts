/** Where in a question a policy stands. */
export interface Place {
  /** How it is delivered: by Content-Security-Policy, by the report-only header, or by a `<meta>` element. */
  in: 'policy' | 'report-only' | 'meta';
  /** Its position among those: for headers, of all that the lines and their commas give, without empty ones. */
  policy: number;
  /** How many creators up it is delivered; 0 is the global's own response or markup. */
  up: number;
}

/** Sources to add to a directive of one policy. */
export interface Edit extends Place {
  /** The directive that gets them; where the policy has none of that name, it is added. */
  directive: string;
  /** What is added. For a directive that is new, its whole value. */
  add: string;
}

/** A change of policies after which the connection is let through: {@link changed} applies it to the question. */
export interface Change extends Edit {
  /** The whole list of policies at that place after the change, one a header line or `<meta>` element. */
  policies: string[];
  /** What has to be changed in other policies as well; empty where one is enough. */
  also: Edit[];
}

/** One thing to know of a connection, for the person who writes its policy. */
export interface Advice {
  /** The name of the rule that gives it: a file of `harness/advice/rules`. */
  id: string;
  /** In plain words; sentences, without markup. Policies and URLs stand in backquotes. */
  says: string;
  /** What to do about it, asked of the oracle again: with it the connection is allowed. */
  change?: Change;
}
