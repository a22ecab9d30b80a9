const kept: object[] = [];

/** Holds on to an object that a browser may collect while nothing refers to it: a stream, a worker that has not spoken yet. */
export const keep = (object: object): void => {
  kept.push(object);
};
