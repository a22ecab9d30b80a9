/** How many documents are opened at once at most: more would only lengthen the wait for each answer. */
const MOST = 200;

interface Asked<Document, Answer> {
  documents: readonly Document[];
  answer(seen: Answer[]): void;
  fail(error: unknown): void;
}

/**
 * Lets several who ask at the same time share one opening, since opening many documents costs little more than one: what is
 * asked while documents are open is opened with whatever else was asked meanwhile. A document that is asked for twice is
 * opened once.
 *
 * @param open opens documents, and answers for each in their order
 * @returns the same for one who asks; an error of an opening is an error for all who shared it
 */
export function sharing<Document, Answer>(
  open: (documents: readonly Document[]) => Promise<Answer[]>,
): (documents: readonly Document[]) => Promise<Answer[]> {
  let waiting: Asked<Document, Answer>[] = [];
  let busy = false;
  const drain = async () => {
    busy = true;
    // Whoever asks in this turn of the event loop comes along.
    await new Promise((next) => setImmediate(next));
    while (waiting.length > 0) {
      const together = takeWhile(waiting);
      waiting = waiting.slice(together.length);
      await answerAll(together, open);
    }
    busy = false;
  };
  return (documents) =>
    new Promise((answer, fail) => {
      waiting.push({ documents, answer, fail });
      if (!busy) void drain();
    });
}

/** The first who ask, up to {@link MOST} documents, and one at least. */
function takeWhile<Document, Answer>(asked: readonly Asked<Document, Answer>[]): Asked<Document, Answer>[] {
  let count = 0;
  return asked.filter(({ documents }, index) => {
    count += documents.length;
    return index === 0 || count <= MOST;
  });
}

async function answerAll<Document, Answer>(
  asked: readonly Asked<Document, Answer>[],
  open: (documents: readonly Document[]) => Promise<Answer[]>,
): Promise<void> {
  const unique = new Map(
    asked.flatMap(({ documents }) => documents.map((one) => [JSON.stringify(one), one] as const)),
  );
  try {
    const seen = await open([...unique.values()]);
    const answers = new Map([...unique.keys()].map((key, index) => [key, seen[index] as Answer]));
    for (const { documents, answer } of asked)
      answer(documents.map((one) => answers.get(JSON.stringify(one)) as Answer));
  } catch (error) {
    for (const { fail } of asked) fail(error);
  }
}
