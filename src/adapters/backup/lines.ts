/** Lines end with a line feed and nothing else: names may hold what other readers take for an end. */
export async function* linesOf(text: AsyncIterable<string | Buffer>): AsyncGenerator<string> {
  let begun: string[] = [];
  for await (const chunk of text) {
    const parts = String(chunk).split('\n');
    for (const end of parts.slice(0, -1)) {
      yield [...begun, end].join('');
      begun = [];
    }
    begun.push(parts.at(-1) ?? '');
  }
}
